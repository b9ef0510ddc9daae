package ecsadvisor.jobs.generate.inventory;

import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.generate.organisation.Cluster;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the inventory of one account and region and writes it as JSON lines. */
final class Envelopes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Cluster place;
  private final String collectedAt;
  private final Map<Kind, List<Map<String, Object>>> lines = new EnumMap<>(Kind.class);

  Envelopes(Cluster place, String collectedAt) {
    this.place = place;
    this.collectedAt = collectedAt;
  }

  /** The account and region. */
  Cluster place() {
    return place;
  }

  /** Adds the body of a resource. */
  void add(Kind kind, String arn, Map<String, Object> body) {
    lines.computeIfAbsent(kind, key -> new ArrayList<>()).add(envelope(kind.text(), arn, body));
  }

  private Map<String, Object> envelope(String kind, String arn, Map<String, Object> body) {
    return Body.of(
        "schemaVersion",
        1,
        "kind",
        kind,
        "accountId",
        place.account().id(),
        "region",
        place.region(),
        "collectedAt",
        collectedAt,
        "arn",
        arn.isEmpty() ? null : arn,
        "body",
        body);
  }

  /**
   * Writes one file for each family of kinds, with a manifest line for every call that was made.
   *
   * @param withGlobal whether the calls that answer for the whole account were made here
   * @param notCollected kinds that were not asked for
   */
  void write(Path root, boolean withGlobal, Set<Kind> notCollected) throws IOException {
    Path folder = root.resolve(place.account().id()).resolve(place.region());
    Files.createDirectories(folder);
    Map<String, Set<Kind>> families = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      if ((withGlobal || !kind.global()) && !notCollected.contains(kind)) {
        families.computeIfAbsent(kind.family(), key -> new LinkedHashSet<>()).add(kind);
      }
    }
    for (Map.Entry<String, Set<Kind>> family : families.entrySet()) {
      try (BufferedWriter writer =
          Files.newBufferedWriter(
              folder.resolve(family.getKey() + ".jsonl"), StandardCharsets.UTF_8)) {
        for (Kind kind : family.getValue()) {
          List<Map<String, Object>> found = lines.getOrDefault(kind, List.of());
          line(writer, manifest(kind, found.size()));
          for (Map<String, Object> envelope : found) {
            line(writer, envelope);
          }
        }
      }
    }
  }

  private Map<String, Object> manifest(Kind kind, int items) {
    return envelope(
        "manifest",
        "",
        Body.of(
            "api", kind.api(), "kinds", List.of(kind.text()), "complete", true, "items", items));
  }

  private static void line(BufferedWriter writer, Map<String, Object> envelope) throws IOException {
    writer.write(JSON.writeValueAsString(envelope));
    writer.write('\n');
  }
}
