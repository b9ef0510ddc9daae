package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.models.timeseries.DayPoints;
import ecsadvisor.models.timeseries.PackedPoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;

/** What the reader makes of bytes, as texts that a test can compare. */
record Stored(FileQuality quality, List<String> points, List<String> tasks) {

  static Stored of(String text) {
    return of("file:/data/x", text.getBytes(UTF_8));
  }

  static Stored of(String uri, byte[] bytes) {
    return of(uri, bytes, () -> null);
  }

  static Stored of(String uri, byte[] bytes, MetricAnswerReader.Companion companion) {
    PointStore store = new PointStore();
    FileQuality quality =
        UtilizationReader.read(uri, new ByteArrayInputStream(bytes), store, companion);
    return of(quality, store);
  }

  static Stored of(FileQuality quality, PointStore store) {
    List<Row> rows = new ArrayList<>();
    store.drain(rows::add);
    List<String> points = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    for (Row row : rows) {
      if (row.getString(0).equals(UtilizationRows.TASK)) {
        tasks.add(join(row, 1, 2, 3, 4, 6));
        continue;
      }
      DayPoints day = PackedPoints.unpack(row.getAs(10));
      for (int i = 0; i < day.size(); i++) {
        points.add(
            "%s %s %d+%d avg %s max %s n %d"
                .formatted(
                    join(row, 1, 2, 3, 4, 5, 6, 7, 8),
                    row.get(9),
                    day.minute(i),
                    day.periodMinutes(i),
                    (float) day.average(i),
                    (float) day.maximum(i),
                    day.sampleCount(i)));
      }
    }
    return new Stored(quality, points.stream().sorted().toList(), tasks.stream().sorted().toList());
  }

  private static String join(Row row, int... columns) {
    List<String> texts = new ArrayList<>();
    for (int column : columns) {
      texts.add(row.getString(column));
    }
    return String.join("/", texts);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] glue(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
