package ecsadvisor.jobs.source.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a Parquet file's footer tells without reading its rows: columns, number of rows, and
 * smallest and largest values.
 */
final class Footer {
  private final ParquetMetadata metadata;
  private final ColumnNames names;
  private final @Nullable List<String> mapKeys;

  private Footer(ParquetMetadata metadata, @Nullable List<String> mapKeys) {
    this.metadata = metadata;
    this.mapKeys = mapKeys;
    List<String> columns = new ArrayList<>();
    for (Type field : metadata.getFileMetaData().getSchema().getFields()) {
      columns.add(field.getName());
    }
    this.names = new ColumnNames(columns);
  }

  /**
   * Reads a file's footer.
   *
   * @throws IOException when the file is truncated or no Parquet
   */
  static Footer read(FileStatus file, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
      return new Footer(reader.getFooter(), MapKeys.read(reader));
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  ColumnNames names() {
    return names;
  }

  /** The columns with their types, as text. */
  String schema() {
    return metadata.getFileMetaData().getSchema().toString();
  }

  /** The keys that occur in the file's map columns, or null where its dictionaries do not tell. */
  @Nullable List<String> mapKeys() {
    return mapKeys;
  }

  long rows() {
    return metadata.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
  }

  /** Names of the top-level columns that hold no value: null, or text that is empty, throughout. */
  List<String> emptyColumns() {
    List<String> empty = new ArrayList<>();
    for (Type field : metadata.getFileMetaData().getSchema().getFields()) {
      if (field.isPrimitive() && isEmpty(field.getName())) {
        empty.add(field.getName());
      }
    }
    return empty;
  }

  private boolean isEmpty(String column) {
    for (BlockMetaData block : metadata.getBlocks()) {
      ColumnChunkMetaData chunk = chunk(block, column);
      if (chunk == null || chunk.getStatistics() == null || chunk.getStatistics().isEmpty()) {
        return false;
      }
      Statistics<?> statistics = chunk.getStatistics();
      boolean allNull =
          statistics.isNumNullsSet() && statistics.getNumNulls() == chunk.getValueCount();
      boolean allBlank =
          statistics.hasNonNullValue()
              && statistics.genericGetMax() instanceof Binary max
              && max.length() == 0
              && chunk.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
      if (!allNull && !allBlank) {
        return false;
      }
    }
    return true;
  }

  /** The range of a text column; unknown where a row group has no statistics. */
  TextRange text(String column) {
    List<String> spellings = names.all(column);
    if (spellings.size() != 1) {
      return TextRange.UNKNOWN;
    }
    TreeSet<String> values = new TreeSet<>();
    boolean nulls = false;
    for (BlockMetaData block : metadata.getBlocks()) {
      ColumnChunkMetaData chunk = chunk(block, spellings.get(0));
      if (chunk == null
          || chunk.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
        return TextRange.UNKNOWN;
      }
      Statistics<?> statistics = chunk.getStatistics();
      if (statistics == null || statistics.isEmpty() || !statistics.isNumNullsSet()) {
        return TextRange.UNKNOWN;
      }
      nulls |= statistics.getNumNulls() > 0;
      if (statistics.hasNonNullValue()) {
        values.add(((Binary) statistics.genericGetMin()).toStringUsingUTF8());
        values.add(((Binary) statistics.genericGetMax()).toStringUsingUTF8());
        continue;
      }
      if (statistics.getNumNulls() < chunk.getValueCount()) {
        return TextRange.UNKNOWN;
      }
    }
    if (values.size() > 2) {
      values = new TreeSet<>(List.of(values.first(), values.last()));
    }
    return new TextRange(values, nulls, true);
  }

  /** The earliest and latest time of a column, or null where the statistics do not tell. */
  @Nullable TimeRange time(String column) {
    List<String> spellings = names.all(column);
    if (spellings.size() != 1) {
      return null;
    }
    Instant first = null;
    Instant last = null;
    for (BlockMetaData block : metadata.getBlocks()) {
      ColumnChunkMetaData chunk = chunk(block, spellings.get(0));
      if (chunk == null || chunk.getStatistics() == null || chunk.getStatistics().isEmpty()) {
        return null;
      }
      if (!chunk.getStatistics().hasNonNullValue()) {
        continue;
      }
      Instant min = instant(chunk, chunk.getStatistics().genericGetMin());
      Instant max = instant(chunk, chunk.getStatistics().genericGetMax());
      if (min == null || max == null) {
        return null;
      }
      first = first == null || min.isBefore(first) ? min : first;
      last = last == null || max.isAfter(last) ? max : last;
    }
    return first == null || last == null ? null : new TimeRange(first, last);
  }

  /**
   * A digest of sizes, counts and statistics of all columns. Two files of bills with equal digests
   * hold the same rows.
   */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    for (BlockMetaData block : metadata.getBlocks()) {
      text.append(block.getRowCount()).append('\n');
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        text.append(chunk.getPath())
            .append(chunk.getTotalUncompressedSize())
            .append(chunk.getTotalSize())
            .append(chunk.getStatistics());
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable ColumnChunkMetaData chunk(BlockMetaData block, String column) {
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      if (chunk.getPath().size() == 1 && chunk.getPath().toArray()[0].equals(column)) {
        return chunk;
      }
    }
    return null;
  }

  private static @Nullable Instant instant(ColumnChunkMetaData chunk, Object value) {
    if (value instanceof Binary text
        && chunk.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
      return instant(text.toStringUsingUTF8());
    }
    LogicalTypeAnnotation type = chunk.getPrimitiveType().getLogicalTypeAnnotation();
    if (!(value instanceof Long ticks) || !(type instanceof TimestampLogicalTypeAnnotation time)) {
      return null;
    }
    return switch (time.getUnit()) {
      case MILLIS -> Instant.ofEpochMilli(ticks);
      case MICROS -> Instant.EPOCH.plus(ticks, ChronoUnit.MICROS);
      case NANOS -> Instant.EPOCH.plus(TimeUnit.NANOSECONDS.toMicros(ticks), ChronoUnit.MICROS);
    };
  }

  private static @Nullable Instant instant(String text) {
    try {
      String iso = text.trim().replace(' ', 'T');
      if (iso.length() == 10) {
        iso += "T00:00:00";
      }
      return Instant.parse(iso.endsWith("Z") ? iso : iso + "Z");
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Earliest and latest time. */
  record TimeRange(Instant first, Instant last) {

    /** The months from the first to the last time, in UTC. */
    List<YearMonth> months() {
      List<YearMonth> months = new ArrayList<>();
      YearMonth end = YearMonth.from(last.atOffset(ZoneOffset.UTC));
      for (YearMonth month = YearMonth.from(first.atOffset(ZoneOffset.UTC));
          !month.isAfter(end);
          month = month.plusMonths(1)) {
        months.add(month);
      }
      return months;
    }
  }
}
