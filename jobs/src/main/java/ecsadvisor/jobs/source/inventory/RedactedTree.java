package ecsadvisor.jobs.source.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON and leaves out, while parsing, what may hold a secret.
 *
 * <p>Kept of environments and labels are the names, of secrets the names and ARNs, of log options
 * the names and those values that begin with {@code awslogs-}; of commands and entry points only
 * that they are there. Dropped are secret options, user data, parameters and outputs of stacks.
 * Beside what was left out stands an object {@code jvm} with the heap figures found in it.
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
  private static final Set<String> OPTION_OWNERS =
      Set.of("logconfiguration", "firelensconfiguration");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RedactedTree() {}

  /** The tree of the value that the parser has just begun. */
  static JsonNode read(JsonParser parser) throws IOException {
    return read(parser, "");
  }

  private static JsonNode read(JsonParser parser, String owner) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readObject(parser, owner);
    }
    if (token == JsonToken.START_ARRAY) {
      ArrayNode array = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(read(parser, owner));
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

  private static JsonNode readObject(JsonParser parser, String owner) throws IOException {
    ObjectNode object = NODES.objectNode();
    JvmHints hints = new JvmHints();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      String key = name.toLowerCase(Locale.ROOT);
      if (DROPPED.contains(key)) {
        parser.skipChildren();
      } else if (key.equals("environment")) {
        object.set(name, names(read(parser, key), hints));
      } else if (key.equals("dockerlabels")) {
        object.set(name, names(read(parser, key), null));
      } else if (key.equals("secrets")) {
        object.set(name, secrets(read(parser, key)));
      } else if (key.equals("command") || key.equals("entrypoint")) {
        readCommand(read(parser, key), hints);
        object.set(name, NODES.arrayNode());
      } else if (key.equals("options") && OPTION_OWNERS.contains(owner)) {
        object.set(name, options(read(parser, key)));
      } else if (key.equals("configuration") && token == JsonToken.VALUE_STRING) {
        object.set(name, configuration(parser));
      } else {
        object.set(name, read(parser, key));
      }
    }
    ObjectNode jvm = hints.toJson();
    if (jvm != null) {
      object.set("jvm", jvm);
    }
    return object;
  }

  /** The tree of a configuration, be it an object or JSON in a text. */
  static JsonNode configuration(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return read(parser, "");
    }
    String text = parser.getText();
    if (!text.startsWith("{")) {
      return NODES.nullNode();
    }
    try (JsonParser inner = StrictJson.FACTORY.createParser(text)) {
      inner.nextToken();
      return read(inner, "");
    }
  }

  /** The names of pairs or of a map's keys; the values go to the hints and no further. */
  private static JsonNode names(JsonNode values, @Nullable JvmHints hints) {
    ArrayNode names = NODES.arrayNode();
    if (values.isObject()) {
      values.fieldNames().forEachRemaining(name -> names.add(NODES.objectNode().put("name", name)));
      return names;
    }
    for (JsonNode pair : values) {
      String name = either(pair, "name", "Name");
      names.add(NODES.objectNode().put("name", name));
      if (hints != null) {
        hints.variable(name, either(pair, "value", "Value"));
      }
    }
    return names;
  }

  private static JsonNode secrets(JsonNode values) {
    ArrayNode secrets = NODES.arrayNode();
    for (JsonNode secret : values) {
      ObjectNode kept = NODES.objectNode().put("name", either(secret, "name", "Name"));
      String from = either(secret, "valueFrom", "ValueFrom");
      if (from.startsWith("arn:")) {
        kept.put("valueFrom", from);
      }
      secrets.add(kept);
    }
    return secrets;
  }

  private static void readCommand(JsonNode words, JvmHints hints) {
    if (words.isTextual()) {
      hints.command(words.asText());
    }
    for (JsonNode word : words) {
      hints.command(word.asText());
    }
  }

  private static JsonNode options(JsonNode values) {
    ObjectNode options = NODES.objectNode();
    values
        .fieldNames()
        .forEachRemaining(
            name ->
                options.set(
                    name, name.startsWith("awslogs-") ? values.get(name) : TextNode.valueOf("")));
    return options;
  }

  private static String either(JsonNode object, String name, String other) {
    JsonNode value = object.has(name) ? object.get(name) : object.path(other);
    return value == null ? "" : value.asText();
  }
}
