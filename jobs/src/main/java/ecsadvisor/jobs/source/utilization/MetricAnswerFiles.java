package ecsadvisor.jobs.source.utilization;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.InputBytes;
import ecsadvisor.jobs.source.file.RefusedFile;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The requests that lie in files of their own beside the answers. */
final class MetricAnswerFiles {
  private static final String SUFFIX = ".request.json";

  private MetricAnswerFiles() {}

  /** Whether the file is a request beside an answer, and no input of its own. */
  static boolean request(String uri) {
    return uri.endsWith(SUFFIX);
  }

  /** Where the request of an answer may lie, the likeliest place first. */
  static List<String> places(String uri) {
    List<String> places = new ArrayList<>();
    places.add(uri + SUFFIX);
    String plain = uri.endsWith(".gz") ? uri.substring(0, uri.length() - 3) : uri;
    if (plain.endsWith(".json")) {
      places.add(plain.substring(0, plain.length() - 5) + SUFFIX);
    }
    return places;
  }

  /** The request of an answer; null when none lies beside it. */
  static @Nullable JsonNode request(FileSystem files, String uri) throws IOException {
    for (String place : places(uri)) {
      Path path = new Path(place);
      if (files.exists(path)) {
        try (InputStream in = InputBytes.inflated(files.open(path))) {
          return StrictJson.TREES.readTree(in);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
          throw new RefusedFile("the request beside the answer is malformed JSON");
        }
      }
    }
    return null;
  }
}
