package ecsadvisor.jobs.export;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.table.Table;
import ecsadvisor.jobs.table.TableColumns;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as Parquet, one file each, with the types that {@link
 * ecsadvisor.jobs.codec.RecordCodec} gives their records: values are exact, text is as it came.
 *
 * <p>The file is written by this process and not by a Spark job, which would name it at random, add
 * marker files and ship every row through a task: one row per service or control is too little for
 * that and, with 600,000 rows of controls, too much for one task's message.
 */
public final class ParquetTables {
  private static final int DECIMAL_PRECISION = 38;
  private static final int DECIMAL_SCALE = 10;
  private static final int DECIMAL_BYTES = 16;

  private ParquetTables() {}

  /** Writes a table to a file that does not exist yet. */
  public static <T extends Record> void write(
      Configuration configuration, Path file, Table<T> table) throws IOException {
    List<TableColumns.Column> columns = table.columns().columns();
    MessageType schema = schema(table.name(), columns);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, configuration))
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (T row : table.rows()) {
        Group group = new SimpleGroup(schema);
        List<@Nullable Object> values = table.columns().values(row);
        for (int i = 0; i < columns.size(); i++) {
          add(group, i, values.get(i));
        }
        writer.write(group);
      }
    }
  }

  /**
   * Reads a file that {@link #write} wrote. A column that the file lacks is absent in every row.
   *
   * @throws IOException or an unchecked exception where the file is none of the table
   */
  public static <T extends Record> List<T> read(
      Configuration configuration, Path file, Class<T> type) throws IOException {
    RecordCodec<T> codec = RecordCodec.of(type);
    List<TableColumns.Column> columns = TableColumns.of(type).columns();
    List<T> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(configuration).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(group, columns.get(i));
        }
        rows.add(codec.fromRow(RowFactory.create(values)));
      }
    }
    return rows;
  }

  private static @Nullable Object value(Group group, TableColumns.Column column) {
    String name = column.name();
    if (!group.getType().containsField(name) || group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    Class<?> type = column.type();
    if (type == int.class || type == Integer.class) {
      return group.getInteger(name, 0);
    }
    if (type == long.class || type == Long.class) {
      return group.getLong(name, 0);
    }
    if (type == double.class || type == Double.class) {
      return group.getDouble(name, 0);
    }
    if (type == boolean.class || type == Boolean.class) {
      return group.getBoolean(name, 0);
    }
    if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(group.getInteger(name, 0));
    }
    if (type == Instant.class) {
      return Instant.EPOCH.plus(group.getLong(name, 0), ChronoUnit.MICROS);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(new BigInteger(group.getBinary(name, 0).getBytes()), DECIMAL_SCALE);
    }
    return group.getString(name, 0);
  }

  private static MessageType schema(String name, List<TableColumns.Column> columns) {
    Type[] fields = columns.stream().map(ParquetTables::field).toArray(Type[]::new);
    return new MessageType(name, fields);
  }

  private static Type field(TableColumns.Column column) {
    Class<?> type = column.type();
    Type.Repetition repetition =
        type.isPrimitive() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    if (type == int.class || type == Integer.class) {
      return Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
    }
    if (type == long.class || type == Long.class) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
    }
    if (type == double.class || type == Double.class) {
      return Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
    }
    if (type == boolean.class || type == Boolean.class) {
      return Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
    }
    if (type == LocalDate.class) {
      return Types.primitive(PrimitiveTypeName.INT32, repetition)
          .as(LogicalTypeAnnotation.dateType())
          .named(column.name());
    }
    if (type == Instant.class) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
          .named(column.name());
    }
    if (type == BigDecimal.class) {
      return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
          .length(DECIMAL_BYTES)
          .as(LogicalTypeAnnotation.decimalType(DECIMAL_SCALE, DECIMAL_PRECISION))
          .named(column.name());
    }
    return Types.primitive(PrimitiveTypeName.BINARY, repetition)
        .as(LogicalTypeAnnotation.stringType())
        .named(column.name());
  }

  private static void add(Group group, int index, @Nullable Object value) {
    if (value instanceof Integer number) {
      group.add(index, number.intValue());
    } else if (value instanceof Long number) {
      group.add(index, number.longValue());
    } else if (value instanceof Double number) {
      group.add(index, number.doubleValue());
    } else if (value instanceof Boolean truth) {
      group.add(index, truth.booleanValue());
    } else if (value instanceof LocalDate date) {
      group.add(index, Math.toIntExact(date.toEpochDay()));
    } else if (value instanceof Instant instant) {
      group.add(index, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } else if (value instanceof BigDecimal number) {
      group.add(index, Binary.fromConstantByteArray(decimalBytes(number)));
    } else if (value instanceof String text) {
      group.add(index, Binary.fromString(text));
    }
  }

  /** The unscaled value in two's complement, most significant byte first. */
  private static byte[] decimalBytes(BigDecimal number) {
    BigInteger unscaled = number.setScale(DECIMAL_SCALE, RoundingMode.UNNECESSARY).unscaledValue();
    byte[] digits = unscaled.toByteArray();
    byte[] bytes = new byte[DECIMAL_BYTES];
    Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, DECIMAL_BYTES - digits.length, digits.length);
    return bytes;
  }
}
