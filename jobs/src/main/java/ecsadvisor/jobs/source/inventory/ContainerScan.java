package ecsadvisor.jobs.source.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.secret.SecretDetector;
import ecsadvisor.models.secret.SecretFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in the texts of one container definition while it is parsed, the only time at
 * which they are there. What is found goes into the definition as {@code secretHits}, and whether
 * everything could be looked at as {@code secretsScanned}.
 *
 * <p>A definition that comes with {@code secretHits} was redacted where it was read: its hits are
 * kept, and its word on whether everything was looked at.
 */
final class ContainerScan {
  static final String HITS = "secretHits";
  static final String SCANNED = "secretsScanned";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> PLACES =
      Set.of("environment", "command", "entryPoint", "dockerLabels", "logOptions", "healthCheck");

  private final SecretDetector detector;
  private final SecretFindings found = new SecretFindings();

  ContainerScan(SecretDetector detector) {
    this.detector = detector;
  }

  /** Looks at a value; null where it is not there. */
  void value(String place, String name, @Nullable String value) {
    if (value == null) {
      found.incomplete();
      return;
    }
    try {
      detector.scan(place, name, value, found);
    } catch (RuntimeException e) {
      // A defect of the detector must not pass for the absence of secrets.
      found.incomplete();
    }
  }

  /** Looks at the words of a command line. */
  void words(String place, JsonNode words) {
    List<String> texts = new ArrayList<>();
    if (words.isTextual()) {
      texts.add(words.textValue());
    }
    words.forEach(word -> texts.add(word.asText()));
    try {
      detector.scanWords(place, texts, found);
    } catch (RuntimeException e) {
      found.incomplete();
    }
  }

  /** Writes into a definition what was found in it. */
  void writeTo(ObjectNode definition) {
    JsonNode known = definition.remove(HITS);
    JsonNode knownScanned = definition.remove(SCANNED);
    boolean collected = known != null && known.isArray();
    ArrayNode hits = NODES.arrayNode();
    if (known != null && collected) {
      known.forEach(hit -> addKnown(hit, hits));
    }
    for (SecretHit hit : found.hits()) {
      hits.addObject()
          .put("place", hit.place())
          .put("name", hit.name())
          .put("rule", hit.rule())
          .put("confidence", hit.confidence().name())
          .put("length", hit.length());
    }
    definition.set(HITS, hits);
    boolean word = knownScanned != null && knownScanned.asBoolean(false);
    definition.put(SCANNED, collected ? word : found.isComplete());
  }

  /** Takes over a hit of the collector, and nothing else that may stand beside it. */
  private void addKnown(JsonNode hit, ArrayNode hits) {
    String place = hit.path("place").asText();
    String rule = hit.path("rule").asText();
    String length = hit.path("length").asText();
    String name = RedactedNames.shown(hit.path("name").asText(), detector);
    if (PLACES.contains(place)
        && rule.matches("[a-zA-Z0-9._-]{1,100}")
        && length.matches("[0-9+-]{1,8}")) {
      hits.addObject()
          .put("place", place)
          .put("name", name)
          .put("rule", rule)
          .put("confidence", hit.path("confidence").asText().equals("HIGH") ? "HIGH" : "MEDIUM")
          .put("length", length);
    }
  }
}
