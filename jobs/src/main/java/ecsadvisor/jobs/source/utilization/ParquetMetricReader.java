package ecsadvisor.jobs.source.utilization;

import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.RefusedFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads a metric stream that Firehose converted to Parquet. The table behind it is the user's own:
 * the time can be a number of milliseconds or a timestamp, dimensions and values a map or a struct.
 */
final class ParquetMetricReader {
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private final MetricStreamReader records;
  private final QualityCount quality;

  ParquetMetricReader(MetricStreamReader records, QualityCount quality) {
    this.records = records;
    this.quality = quality;
  }

  void read(String uri, Configuration hadoop) throws IOException {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new Path(uri)).withConf(hadoop).build()) {
      Group row;
      while ((row = reader.read()) != null) {
        if (!row.getType().containsField("metric_name")) {
          throw new RefusedFile("Parquet file without a column metric_name is no metric stream");
        }
        readRow(row);
      }
    } catch (RefusedFile e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library's messages may quote the content.
      throw new RefusedFile("Parquet file is damaged; copy the file again");
    }
  }

  private void readRow(Group row) {
    Map<String, Object> dimensions = entries(row, "dimensions");
    Map<String, String> names = new HashMap<>();
    dimensions.forEach((name, value) -> names.put(name, String.valueOf(value)));
    Map<String, Object> values = entries(row, "value");
    Object time = value(row, "timestamp");
    if (time == null) {
      quality.bad("record without timestamp");
      return;
    }
    records.record(
        new StreamRecord(
            text(row, "account_id"),
            text(row, "region"),
            text(row, "namespace"),
            text(row, "metric_name"),
            names,
            time instanceof Long millis ? millis : Long.MIN_VALUE,
            !values.isEmpty(),
            number(values, "max"),
            number(values, "sum"),
            number(values, "count")));
  }

  private static double number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static @Nullable String text(Group row, String name) {
    return value(row, name) instanceof String text ? text : null;
  }

  /** The entries of a map, or the fields of a struct that are set. */
  private static Map<String, Object> entries(Group row, String name) {
    GroupType schema = row.getType();
    Map<String, Object> entries = new HashMap<>();
    if (!schema.containsField(name)
        || schema.getType(name).isPrimitive()
        || row.getFieldRepetitionCount(name) == 0) {
      return entries;
    }
    Group group = row.getGroup(name, 0);
    GroupType type = group.getType();
    boolean map =
        type.getFieldCount() == 1
            && type.getType(0).isRepetition(Type.Repetition.REPEATED)
            && !type.getType(0).isPrimitive();
    if (!map) {
      for (Type field : type.getFields()) {
        put(entries, field.getName(), value(group, field.getName()));
      }
      return entries;
    }
    for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
      Group entry = group.getGroup(0, i);
      Object key = value(entry, entry.getType().getFieldName(0));
      put(entries, String.valueOf(key), value(entry, entry.getType().getFieldName(1)));
    }
    return entries;
  }

  private static void put(Map<String, Object> entries, String name, @Nullable Object value) {
    if (value != null) {
      entries.put(name, value);
    }
  }

  /** The field as text, number or, for times, milliseconds since 1970; null when it is not set. */
  private static @Nullable Object value(Group group, String name) {
    GroupType schema = group.getType();
    if (!schema.containsField(name) || group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    Type type = schema.getType(name);
    if (!type.isPrimitive()) {
      return null;
    }
    PrimitiveTypeName primitive = type.asPrimitiveType().getPrimitiveTypeName();
    return switch (primitive) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getString(name, 0);
      case BOOLEAN -> group.getBoolean(name, 0);
      case DOUBLE -> group.getDouble(name, 0);
      case FLOAT -> (double) group.getFloat(name, 0);
      case INT32 -> (long) group.getInteger(name, 0);
      case INT64 -> milliseconds(group.getLong(name, 0), type.getLogicalTypeAnnotation());
      case INT96 -> milliseconds(NanoTime.fromBinary(group.getInt96(name, 0)));
    };
  }

  private static long milliseconds(long value, @Nullable LogicalTypeAnnotation annotation) {
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      return switch (timestamp.getUnit()) {
        case MILLIS -> value;
        case MICROS -> Math.floorDiv(value, 1_000);
        case NANOS -> Math.floorDiv(value, 1_000_000);
      };
    }
    return value;
  }

  private static long milliseconds(NanoTime time) {
    return TimeUnit.DAYS.toMillis(time.getJulianDay() - JULIAN_DAY_OF_EPOCH)
        + TimeUnit.NANOSECONDS.toMillis(time.getTimeOfDayNanos());
  }
}
