package ecsadvisor.jobs.source.bill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A delivery's manifest: the exact files that make up one version of one period.
 *
 * <p>Legacy reports list object keys under {@code reportKeys}, Data Exports keys or {@code s3://}
 * URIs under {@code dataFiles}. It is written after all files it lists, so what it lists is
 * complete.
 *
 * @param uri where the manifest is
 * @param path what its folders say
 * @param modified the time of its last change, milliseconds since 1970
 * @param keys the files' paths as the manifest spells them, without scheme
 */
record Manifest(String uri, DeliveryPath path, long modified, List<String> keys) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether a file is a manifest of the bill by its name (not QuickSight's or Redshift's). */
  static boolean named(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith("-manifest.json") || lower.equals("manifest.json");
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException when it cannot be read or is no JSON
   */
  static Manifest read(FileSystem files, FileStatus status) throws IOException {
    try (FSDataInputStream in = files.open(status.getPath())) {
      JsonNode root = JSON.readTree((java.io.InputStream) in);
      List<String> keys = new ArrayList<>();
      for (String field : List.of("reportKeys", "dataFiles")) {
        for (JsonNode entry : root.path(field)) {
          keys.add(withoutScheme(entry.isTextual() ? entry.asText() : entry.path("key").asText()));
        }
      }
      String uri = status.getPath().toString();
      return new Manifest(uri, DeliveryPath.of(uri), status.getModificationTime(), keys);
    }
  }

  /** Whether the files it lists are text, not Parquet. */
  boolean listsText() {
    return !keys.isEmpty() && keys.stream().allMatch(key -> BillListing.isText(key));
  }

  private static String withoutScheme(String key) {
    int scheme = key.indexOf("://");
    return scheme < 0 ? key : key.substring(scheme + 3);
  }
}
