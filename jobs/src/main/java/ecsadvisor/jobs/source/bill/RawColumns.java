package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * A file's columns by AWS's name, whatever the file calls them and whatever type they drifted to:
 * cast to the wanted type, values that cannot be cast as null, absent columns as typed nulls.
 */
final class RawColumns {
  private final StructType schema;
  private final ColumnNames names;

  RawColumns(StructType schema) {
    this(schema, Set.of());
  }

  /** Columns known to hold no value are not read: they give typed nulls like absent ones. */
  RawColumns(StructType schema, Set<String> emptyColumns) {
    this.schema = schema;
    this.names =
        new ColumnNames(
            Arrays.stream(schema.fieldNames())
                .filter(name -> !emptyColumns.contains(name))
                .toList());
  }

  /** Whether the file has the column, with or without values. */
  boolean declares(String name) {
    return new ColumnNames(Arrays.asList(schema.fieldNames())).has(name);
  }

  /** Whether the file has the column with values in it. */
  boolean has(String name) {
    return names.has(name);
  }

  /** The text of the first of the columns that has one; null where it is empty. */
  Column text(String... columns) {
    List<Column> candidates = new ArrayList<>();
    for (String column : columns) {
      for (String name : names.all(column)) {
        DataType type = typeOf(name);
        if (isNested(type)) {
          continue;
        }
        Column value = type == DataTypes.StringType ? quoted(name) : quoted(name).cast("string");
        candidates.add(blankAsNull(value));
      }
    }
    return first(candidates, DataTypes.StringType);
  }

  /** The number of the first of the columns that has one. */
  Column number(String... columns) {
    List<Column> candidates = new ArrayList<>();
    for (String column : columns) {
      for (String name : names.all(column)) {
        DataType type = typeOf(name);
        if (type == DataTypes.DoubleType) {
          candidates.add(quoted(name));
        } else if (type instanceof NumericType) {
          candidates.add(quoted(name).cast("double"));
        } else if (!isNested(type)) {
          candidates.add(expr("try_cast(" + sql(name) + " as double)"));
        }
      }
    }
    return first(candidates, DataTypes.DoubleType);
  }

  /** The instant of the first of the columns that has one; times without a zone are UTC. */
  Column time(String... columns) {
    List<Column> candidates = new ArrayList<>();
    for (String column : columns) {
      for (String name : names.all(column)) {
        DataType type = typeOf(name);
        if (type == DataTypes.TimestampType) {
          candidates.add(quoted(name));
        } else if (!isNested(type)) {
          candidates.add(expr("try_cast(" + sql(name) + " as timestamp)"));
        }
      }
    }
    return first(candidates, DataTypes.TimestampType);
  }

  /**
   * A value of a map column, of its keys selected as columns, or of its text form (JSON). It may be
   * empty; {@link #blankAsNull} in a later projection, which looks it up once.
   *
   * @param map the map column
   * @param key the key in any spelling, to find a selected column
   * @param spellings the spellings to look up in the map, most usual first
   */
  Column entry(String map, String key, List<String> spellings) {
    List<Column> candidates = new ArrayList<>();
    for (String name : names.all(map + "_" + key)) {
      if (!isNested(typeOf(name))) {
        candidates.add(quoted(name).cast("string"));
      }
    }
    for (String name : names.all(map)) {
      DataType type = typeOf(name);
      for (String spelling : spellings) {
        if (type instanceof MapType) {
          candidates.add(quoted(name).getItem(spelling).cast("string"));
        } else if (type == DataTypes.StringType) {
          String path = "$['" + spelling.replace("'", "") + "']";
          candidates.add(get_json_object(quoted(name), path));
        }
      }
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    return first(candidates.stream().map(RawColumns::blankAsNull).toList(), DataTypes.StringType);
  }

  /** A text, null where it is empty. */
  static Column blankAsNull(Column text) {
    return when(text.notEqual(""), text);
  }

  /** The text of a column as it is, with its nulls and its empty texts. */
  Column asIs(String column) {
    List<String> spelled = names.all(column);
    if (spelled.size() == 1 && typeOf(spelled.get(0)) == DataTypes.StringType) {
      return quoted(spelled.get(0));
    }
    return text(column);
  }

  /** The text of a column as it is, empty where it is null or absent. */
  Column plain(String column) {
    List<String> spelled = names.all(column);
    if (spelled.size() == 1 && typeOf(spelled.get(0)) == DataTypes.StringType) {
      return coalesce(quoted(spelled.get(0)), lit(""));
    }
    return coalesce(text(column), lit(""));
  }

  private DataType typeOf(String name) {
    return schema.apply(name).dataType();
  }

  private static boolean isNested(DataType type) {
    return type instanceof MapType || type instanceof ArrayType || type instanceof StructType;
  }

  private static String sql(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static Column quoted(String name) {
    return functions.col(sql(name));
  }

  private static Column first(List<Column> candidates, DataType type) {
    if (candidates.isEmpty()) {
      return lit(null).cast(type);
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    return coalesce(candidates.toArray(new Column[0]));
  }
}
