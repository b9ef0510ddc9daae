package ecsadvisor.jobs.source.opinion;

import ecsadvisor.jobs.source.file.QualityCount;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** A Parquet file's rows; columns that are no single value (maps of tags) are left out. */
final class ParquetLines {
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private ParquetLines() {}

  /** Plain names of the columns. */
  static List<String> columns(String uri, Configuration hadoop) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(uri), hadoop))) {
      return reader.getFooter().getFileMetaData().getSchema().getFields().stream()
          .map(field -> OpinionForm.plain(field.getName()))
          .toList();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  static void read(
      String uri, Configuration hadoop, QualityCount quality, Consumer<OpinionLine> lines) {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new Path(uri)).withConf(hadoop).build()) {
      Group row;
      while ((row = reader.read()) != null) {
        lines.accept(line(row));
      }
    } catch (IOException | RuntimeException e) {
      // The library's messages may quote the content.
      quality.bad("Parquet file is damaged; export again");
    }
  }

  private static OpinionLine line(Group row) {
    Map<String, String> cells = new HashMap<>();
    for (Type field : row.getType().getFields()) {
      String name = field.getName();
      if (field.isPrimitive() && row.getFieldRepetitionCount(name) == 1) {
        cells.putIfAbsent(OpinionForm.plain(name), text(row, field));
      }
    }
    return new OpinionLine(cells);
  }

  private static String text(Group row, Type field) {
    String name = field.getName();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getString(name, 0);
      case INT64 ->
          field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
              ? instant(row.getLong(name, 0), time).toString()
              : Long.toString(row.getLong(name, 0));
      case INT96 -> instant(NanoTime.fromBinary(row.getInt96(name, 0))).toString();
      case INT32, BOOLEAN, FLOAT, DOUBLE ->
          row.getValueToString(row.getType().getFieldIndex(name), 0);
    };
  }

  private static Instant instant(long value, TimestampLogicalTypeAnnotation time) {
    return switch (time.getUnit()) {
      case MILLIS -> Instant.ofEpochMilli(value);
      case MICROS -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
      case NANOS -> Instant.EPOCH.plusNanos(value);
    };
  }

  private static Instant instant(NanoTime time) {
    return Instant.EPOCH
        .plus(time.getJulianDay() - JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
        .plusNanos(time.getTimeOfDayNanos());
  }
}
