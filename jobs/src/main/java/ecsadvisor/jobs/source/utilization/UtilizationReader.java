package ecsadvisor.jobs.source.utilization;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.file.FileAccess;
import ecsadvisor.jobs.source.file.InputBytes;
import ecsadvisor.jobs.source.file.PathPlace;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.RefusedFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads one utilization file of any form into a store, and counts what it read. */
final class UtilizationReader {
  private static final String INPUT = "utilization";

  private UtilizationReader() {}

  /** Reads a file. What cannot be read is counted, never thrown. */
  static FileQuality read(String uri, Configuration hadoop, PointStore store) {
    QualityCount quality = new QualityCount(INPUT, uri);
    Path path = new Path(uri);
    try {
      FileSystem files = FileAccess.of(path, hadoop);
      boolean parquet;
      try (InputStream raw = files.open(path)) {
        parquet = !readBytes(raw, quality, store, () -> MetricAnswerFiles.request(files, uri));
      }
      if (parquet) {
        new ParquetMetricReader(new MetricStreamReader(store, quality), quality).read(uri, hadoop);
      }
    } catch (RefusedFile e) {
      quality.bad(e.reason());
    } catch (IOException e) {
      quality.bad("file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return quality.result();
  }

  /** Reads the bytes of a file that is not Parquet. */
  static FileQuality read(
      String uri, InputStream raw, PointStore store, MetricAnswerReader.Companion companion) {
    QualityCount quality = new QualityCount(INPUT, uri);
    try {
      if (!readBytes(raw, quality, store, companion)) {
        throw new IllegalArgumentException("Parquet is not read from a stream");
      }
    } catch (RefusedFile e) {
      quality.bad(e.reason());
    } catch (IOException e) {
      quality.bad("file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return quality.result();
  }

  /** Reads a file's bytes; false when it is Parquet, which has to be read from its end. */
  private static boolean readBytes(
      InputStream raw,
      QualityCount quality,
      PointStore store,
      MetricAnswerReader.Companion companion)
      throws IOException {
    BufferedInputStream in = InputBytes.inflated(raw);
    byte[] head = InputBytes.head(in, InputBytes.HEAD_BYTES);
    if (head.length == 0) {
      quality.kind("EMPTY");
      return true;
    }
    UtilizationForm form = UtilizationForm.of(head);
    quality.kind(form.name());
    PathPlace place = PathPlace.of(quality.file());
    switch (form) {
      case METRIC_STREAM_PARQUET -> {
        return false;
      }
      case METRIC_STREAM_JSON -> {
        MetricStreamReader reader = new MetricStreamReader(store, quality);
        if (array(head)) {
          reader.readArray(in);
        } else {
          reader.readLines(in);
        }
      }
      case METRIC_ANSWERS -> new MetricAnswerReader(quality, place, companion).read(in, store);
      case PERFORMANCE_EVENT_EXPORT, PERFORMANCE_EVENT_ENVELOPES, PERFORMANCE_EVENTS -> {
        PerformanceEventReader reader = new PerformanceEventReader(quality, place);
        try {
          readEvents(form, reader, in);
        } finally {
          reader.finish(store);
        }
      }
      case OPEN_TELEMETRY ->
          throw new RefusedFile(
              "OpenTelemetry format is not read: set the metric stream's output format to json");
      case UNKNOWN ->
          throw new RefusedFile(
              "form not recognised: neither a metric stream, a metric answer nor performance"
                  + " events");
    }
    return true;
  }

  private static void readEvents(
      UtilizationForm form, PerformanceEventReader reader, InputStream in) throws IOException {
    if (form == UtilizationForm.PERFORMANCE_EVENT_EXPORT) {
      reader.readExport(in);
    } else if (form == UtilizationForm.PERFORMANCE_EVENT_ENVELOPES) {
      reader.readEnvelopes(in);
    } else {
      reader.readEvents(in);
    }
  }

  private static boolean array(byte[] head) {
    for (byte b : head) {
      if (b > ' ') {
        return b == '[';
      }
    }
    return false;
  }
}
