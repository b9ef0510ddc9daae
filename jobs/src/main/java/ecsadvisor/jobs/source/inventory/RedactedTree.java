package ecsadvisor.jobs.source.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.secret.SecretDetector;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON and leaves out, while parsing, what may hold a secret.
 *
 * <p>Kept of environments, labels and driver options are the names, of secrets the names and ARNs,
 * of log options the names and those values that a check needs; of commands and entry points only
 * that they are there, of kernel settings the names. Dropped are secret options, user data,
 * parameters and outputs of stacks. Beside what was left out stand, in a container definition, what
 * a detector found in it ({@link ContainerScan}), and an object {@code jvm} with the heap figures.
 *
 * <p>A text under {@code configuration} that is JSON itself (AWS Config's API dialect) is parsed
 * likewise and replaced by its tree.
 */
final class RedactedTree {
  private static final Set<String> DROPPED =
      Set.of(
          "secretoptions",
          "userdata",
          "parametervalue",
          "resolvedvalue",
          "outputvalue",
          "supplementaryconfiguration");
  private static final Set<String> NAMES_ONLY =
      Set.of("dockerlabels", "driveropts", "systemcontrols");
  private static final Set<String> OPTION_OWNERS =
      Set.of("logconfiguration", "firelensconfiguration");
  private static final Set<String> PLAIN_OPTIONS = Set.of("mode", "max-buffer-size");
  private static final String DEFINITIONS = "containerdefinitions";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SecretDetector detector;

  RedactedTree(SecretDetector detector) {
    this.detector = detector;
  }

  /** The tree of the value that the parser has just begun. */
  JsonNode read(JsonParser parser) throws IOException {
    return read(parser, "", null);
  }

  /** The tree of a configuration, be it an object or JSON in a text. */
  JsonNode configuration(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return read(parser);
    }
    String text = parser.getText();
    if (!text.startsWith("{")) {
      return NODES.nullNode();
    }
    try (JsonParser inner = StrictJson.FACTORY.createParser(text)) {
      inner.nextToken();
      return read(inner);
    }
  }

  /**
   * Reads a value.
   *
   * @param owner the key that it stands under, in lower case
   * @param scan of the container definition that it is a part of, or null
   */
  private JsonNode read(JsonParser parser, String owner, @Nullable ContainerScan scan)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readObject(parser, owner, scan);
    }
    if (token == JsonToken.START_ARRAY) {
      ArrayNode array = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(read(parser, owner, scan));
      }
      return array;
    }
    if (token == JsonToken.VALUE_STRING) {
      return NODES.textNode(parser.getText());
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return NODES.numberNode(parser.getBigIntegerValue());
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return NODES.numberNode(parser.getDoubleValue());
    }
    if (token == JsonToken.VALUE_NULL) {
      return NODES.nullNode();
    }
    return NODES.booleanNode(parser.getBooleanValue());
  }

  private JsonNode readObject(JsonParser parser, String owner, @Nullable ContainerScan outer)
      throws IOException {
    boolean definition = owner.equals(DEFINITIONS);
    ContainerScan scan = definition ? new ContainerScan(detector) : outer;
    ObjectNode object = NODES.objectNode();
    JvmHints hints = new JvmHints();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      String key = name.toLowerCase(Locale.ROOT);
      if (DROPPED.contains(key)) {
        parser.skipChildren();
      } else if (key.equals("configuration") && token == JsonToken.VALUE_STRING) {
        object.set(name, configuration(parser));
      } else {
        object.set(name, kept(key, owner, read(parser, key, scan), hints, scan));
      }
    }
    ObjectNode jvm = hints.toJson();
    if (jvm != null) {
      object.set("jvm", jvm);
    }
    if (definition && scan != null) {
      scan.writeTo(object);
    }
    return object;
  }

  /** What is kept of a field's value. */
  private JsonNode kept(
      String key, String owner, JsonNode value, JvmHints hints, @Nullable ContainerScan scan) {
    if (key.equals("environment")) {
      return names(value, "environment", hints, scan);
    }
    if (NAMES_ONLY.contains(key)) {
      return names(value, "dockerLabels", null, key.equals("dockerlabels") ? scan : null);
    }
    if (key.equals("labels") && owner.equals("dockervolumeconfiguration")) {
      return names(value, "", null, null);
    }
    if (key.equals("secrets")) {
      return secrets(value);
    }
    if (key.equals("command") || key.equals("entrypoint")) {
      readWords(place(key, owner), value, hints, scan);
      return NODES.arrayNode();
    }
    if (key.equals("options") && OPTION_OWNERS.contains(owner)) {
      return options(value, scan);
    }
    return value;
  }

  /** The names of pairs or of a map's keys; the values go no further than the scan and hints. */
  private ArrayNode names(
      JsonNode values, String place, @Nullable JvmHints hints, @Nullable ContainerScan scan) {
    ArrayNode names = NODES.arrayNode();
    if (values.isObject()) {
      values
          .properties()
          .forEach(entry -> names.add(named(place, entry.getKey(), text(entry.getValue()), scan)));
      return names;
    }
    for (JsonNode pair : values) {
      String name = either(pair, "name", "Name", "namespace", "Namespace");
      JsonNode value = pair.has("value") ? pair.get("value") : pair.get("Value");
      names.add(named(place, name, text(value), scan));
      if (hints != null && value != null) {
        hints.variable(name, value.asText());
      }
    }
    return names;
  }

  private ObjectNode named(
      String place, String name, @Nullable String value, @Nullable ContainerScan scan) {
    String shown = RedactedNames.shown(name, detector);
    if (scan != null) {
      scan.value(place, shown, value);
      if (shown.length() < name.length()) {
        scan.value(place, shown, name.substring(shown.length()).replaceFirst("^=", ""));
      }
    }
    return NODES.objectNode().put("name", shown);
  }

  private ArrayNode secrets(JsonNode values) {
    ArrayNode secrets = NODES.arrayNode();
    for (JsonNode secret : values) {
      ObjectNode kept =
          NODES
              .objectNode()
              .put("name", RedactedNames.shown(either(secret, "name", "Name"), detector));
      String from = either(secret, "valueFrom", "ValueFrom");
      if (from.startsWith("arn:")) {
        kept.put("valueFrom", from);
      }
      secrets.add(kept);
    }
    return secrets;
  }

  private static String place(String key, String owner) {
    if (owner.equals("healthcheck")) {
      return "healthCheck";
    }
    return key.equals("command") ? "command" : "entryPoint";
  }

  private static void readWords(
      String place, JsonNode words, JvmHints hints, @Nullable ContainerScan scan) {
    if (words.isTextual()) {
      hints.command(words.asText());
    }
    for (JsonNode word : words) {
      hints.command(word.asText());
    }
    if (scan != null) {
      scan.words(place, words);
    }
  }

  private ObjectNode options(JsonNode values, @Nullable ContainerScan scan) {
    ObjectNode options = NODES.objectNode();
    values
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              boolean plain = name.startsWith("awslogs-") || PLAIN_OPTIONS.contains(name);
              if (!plain && scan != null) {
                scan.value(
                    "logOptions", RedactedNames.shown(name, detector), text(entry.getValue()));
              }
              options.put(
                  RedactedNames.shown(name, detector), plain ? entry.getValue().asText() : "");
            });
    return options;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || !value.isValueNode() ? null : value.asText();
  }

  private static String either(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null) {
        return value.asText();
      }
    }
    return "";
  }
}
