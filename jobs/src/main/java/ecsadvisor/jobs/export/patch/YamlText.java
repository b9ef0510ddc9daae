package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tree as YAML in block style. Every text is double-quoted, so that no value is taken for a
 * number, a date, a tag, an anchor or a function; keys are bare words or quoted likewise.
 */
final class YamlText {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(JsonNode node) {
    YamlText yaml = new YamlText();
    yaml.block(node, 0);
    return yaml.text.toString();
  }

  private void block(JsonNode node, int indent) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append("  ".repeat(indent)).append(key(field.getKey())).append(':');
        value(field.getValue(), indent + 1);
      }
      return;
    }
    for (JsonNode item : node) {
      text.append("  ".repeat(indent)).append('-');
      value(item, indent + 1);
    }
  }

  private void value(JsonNode node, int indent) {
    if (node.isContainerNode() && !node.isEmpty()) {
      text.append('\n');
      block(node, indent);
      return;
    }
    text.append(' ').append(scalar(node)).append('\n');
  }

  private static String scalar(JsonNode node) {
    if (node.isContainerNode()) {
      return node.isArray() ? "[]" : "{}";
    }
    return node.isTextual() ? quoted(node.textValue()) : node.asText();
  }

  private static String key(String name) {
    // YAML 1.1 takes these words for booleans.
    boolean isWord = BARE_KEY.matcher(name).matches() && !name.matches("(?i)y|n|yes|no|on|off");
    return isWord ? name : quoted(name);
  }

  private static String quoted(String value) {
    String quotable = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + PlainText.escaped(quotable, YamlText::escape) + '"';
  }

  private static String escape(int codePoint) {
    return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint);
  }
}
