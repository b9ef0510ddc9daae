package ecsadvisor.jobs.codec;

import static java.util.Objects.requireNonNull;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of Spark into records and back.
 *
 * <p>Spark's bean encoder sees no getters in a record and drops all of its fields without a word,
 * so this class does the work on public API: columns are named after the components in snake case,
 * in their order; enums are strings, nested records structs, lists arrays, {@code LocalDate} a date
 * and {@code Instant} a timestamp. Maps have no place in it: lists of pairs do. The only reflection
 * of the project lives here. It costs about a microsecond a row and is used on one row per service,
 * never on rows of the inputs.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final StructType schema;
  private transient Shape shape;

  private RecordCodec(Class<T> type) {
    this.type = type;
    this.shape = Shape.of(type);
    this.schema = schemaOf(type);
  }

  /** The codec of a record class. Fails at once when a component has a type that has no column. */
  public static <T extends Record> RecordCodec<T> of(Class<T> type) {
    return new RecordCodec<>(type);
  }

  /** The columns that rows of this record have. */
  public StructType schema() {
    return schema;
  }

  /** Spark's encoder of such rows. */
  public Encoder<Row> encoder() {
    return Encoders.row(schema);
  }

  /** The columns by name, for a {@code select} that fails while the plan is made. */
  public Column[] columns() {
    String[] names = schema.fieldNames();
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      columns[i] = functions.col(names[i]);
    }
    return columns;
  }

  /**
   * The record of a row that has this codec's columns in this codec's order.
   *
   * @throws IllegalArgumentException when a column of a primitive component is null; the message
   *     names record and column
   */
  public T fromRow(Row row) {
    return type.cast(shape.fromRow(row));
  }

  /** The row of a record. */
  public Row toRow(T value) {
    return shape.toRow(value);
  }

  private void readObject(ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
    in.defaultReadObject();
    shape = Shape.of(type);
  }

  /**
   * A component's name as a column: {@code cpuP95} becomes {@code cpu_p95}, {@code memoryMiB}
   * becomes {@code memory_mib}.
   */
  public static String columnName(String component) {
    return component
        .replace("MiB", "Mib")
        .replace("GiB", "Gib")
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  private static StructType schemaOf(Class<?> record) {
    List<StructField> fields = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      fields.add(
          DataTypes.createStructField(
              columnName(component.getName()),
              dataType(component.getGenericType(), record, component.getName()),
              !component.getType().isPrimitive()));
    }
    return DataTypes.createStructType(fields);
  }

  private static DataType dataType(Type type, Class<?> record, String component) {
    if (type instanceof Class<?> raw) {
      if (raw == String.class || raw.isEnum()) {
        return DataTypes.StringType;
      }
      if (raw == int.class || raw == Integer.class) {
        return DataTypes.IntegerType;
      }
      if (raw == long.class || raw == Long.class) {
        return DataTypes.LongType;
      }
      if (raw == double.class || raw == Double.class) {
        return DataTypes.DoubleType;
      }
      if (raw == boolean.class || raw == Boolean.class) {
        return DataTypes.BooleanType;
      }
      if (raw == LocalDate.class) {
        return DataTypes.DateType;
      }
      if (raw == Instant.class) {
        return DataTypes.TimestampType;
      }
      if (raw == BigDecimal.class) {
        return DataTypes.createDecimalType(38, 10);
      }
      if (raw == byte[].class) {
        return DataTypes.BinaryType;
      }
      if (raw.isRecord()) {
        return schemaOf(raw);
      }
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      if (parameterized.getRawType() == List.class) {
        return DataTypes.createArrayType(dataType(arguments[0], record, component));
      }
    }
    throw new IllegalArgumentException(
        "Component %s of %s has type %s, which has no column type"
            .formatted(component, record.getSimpleName(), type));
  }

  private static @Nullable Object toJava(@Nullable Object value, Type type) {
    if (value == null) {
      return null;
    }
    if (type instanceof Class<?> raw) {
      if (raw.isEnum()) {
        return enumConstant(raw, (String) value);
      }
      if (raw.isRecord()) {
        return Shape.of(raw).fromRow((Row) value);
      }
      if (raw == LocalDate.class && value instanceof Date date) {
        return date.toLocalDate();
      }
      if (raw == Instant.class && value instanceof Timestamp timestamp) {
        return timestamp.toInstant();
      }
      return value;
    }
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    if (value instanceof List<?> list) {
      List<@Nullable Object> result = new ArrayList<>(list.size());
      for (Object element : list) {
        result.add(toJava(element, arguments[0]));
      }
      return result;
    }
    throw new IllegalStateException("Unexpected value for " + type);
  }

  private static Object enumConstant(Class<?> type, String name) {
    for (Object constant : requireNonNull(type.getEnumConstants())) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s is not a constant of %s".formatted(name, type.getSimpleName()));
  }

  private static @Nullable Object toSpark(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Record record) {
      return Shape.of(record.getClass()).toRow(record);
    }
    if (value instanceof LocalDate date) {
      return Date.valueOf(date);
    }
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (value instanceof List<?> list) {
      Object[] result = new Object[list.size()];
      for (int i = 0; i < result.length; i++) {
        result[i] = toSpark(list.get(i));
      }
      return result;
    }
    return value;
  }

  /** Constructor and accessors of a record class. */
  private static final class Shape {
    private static final ClassValue<Shape> SHAPES =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            return new Shape(type);
          }
        };

    private final Class<?> type;
    private final RecordComponent[] components;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    static Shape of(Class<?> type) {
      return SHAPES.get(type);
    }

    private Shape(Class<?> type) {
      this.type = type;
      components = type.getRecordComponents();
      Class<?>[] parameters = new Class<?>[components.length];
      accessors = new MethodHandle[components.length];
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      try {
        for (int i = 0; i < components.length; i++) {
          parameters[i] = components[i].getType();
          accessors[i] =
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class));
        }
        constructor =
            lookup
                .unreflectConstructor(type.getDeclaredConstructor(parameters))
                .asSpreader(Object[].class, parameters.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "Record %s must be public to have a codec".formatted(type.getName()), e);
      }
    }

    Object fromRow(Row row) {
      @Nullable Object[] arguments = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        RecordComponent component = components[i];
        if (row.isNullAt(i)) {
          if (component.getType().isPrimitive()) {
            throw new IllegalArgumentException(
                "Column %s is null, but %s needs a value"
                    .formatted(columnName(component.getName()), type.getSimpleName()));
          }
          continue;
        }
        arguments[i] = toJava(value(row, i, component.getType()), component.getGenericType());
      }
      try {
        return constructor.invokeExact(arguments);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
      }
    }

    private static @Nullable Object value(Row row, int index, Class<?> type) {
      if (type == List.class) {
        return row.getList(index);
      }
      return row.get(index);
    }

    Row toRow(Object record) {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        try {
          values[i] = toSpark((Object) accessors[i].invokeExact(record));
        } catch (RuntimeException | Error e) {
          throw e;
        } catch (Throwable e) {
          throw new IllegalStateException("Cannot read a " + type.getSimpleName(), e);
        }
      }
      return RowFactory.create(values);
    }
  }
}
