package ecsadvisor.jobs.export.patch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A block of Terraform's language: arguments, then nested blocks, then remarks on the rest. */
final class TerraformBlock {
  private final String head;
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final List<TerraformBlock> blocks = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private TerraformBlock(String head) {
    this.head = head;
  }

  /** A resource; type and label are the program's own words. */
  static TerraformBlock resource(String type, String label) {
    return new TerraformBlock("resource \"" + type + "\" \"" + label + "\"");
  }

  static TerraformBlock variable(String name) {
    return new TerraformBlock("variable \"" + name + "\"").reference("type", "string");
  }

  TerraformBlock text(String name, String value) {
    arguments.put(name, TerraformText.quoted(value));
    return this;
  }

  TerraformBlock number(String name, double value) {
    arguments.put(
        name, new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    return this;
  }

  TerraformBlock flag(String name, boolean value) {
    arguments.put(name, Boolean.toString(value));
    return this;
  }

  TerraformBlock texts(String name, List<String> values) {
    arguments.put(
        name, "[" + String.join(", ", values.stream().map(TerraformText::quoted).toList()) + "]");
    return this;
  }

  /** A map of the program's own keys, in order of the keys. */
  TerraformBlock map(String name, Map<String, String> values) {
    StringBuilder map = new StringBuilder("{");
    new TreeMap<>(values)
        .forEach(
            (key, value) ->
                map.append(map.length() > 1 ? ", " : " ")
                    .append(key)
                    .append(" = ")
                    .append(TerraformText.quoted(value)));
    arguments.put(name, map.append(" }").toString());
    return this;
  }

  /** An argument whose value is an attribute of another resource of the file. */
  TerraformBlock reference(String name, String path) {
    arguments.put(name, path);
    return this;
  }

  /** A further block inside; returns the inner one. */
  TerraformBlock block(String name) {
    TerraformBlock inner = new TerraformBlock(name);
    blocks.add(inner);
    return inner;
  }

  /** A line of comment. */
  TerraformBlock remark(String text) {
    remarks.add(PlainText.line(text));
    return this;
  }

  void append(StringBuilder out, int depth) {
    String indent = "  ".repeat(depth);
    out.append(indent).append(head).append(" {\n");
    int width = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
    arguments.forEach(
        (name, value) ->
            out.append(indent)
                .append("  ")
                .append(name)
                .append(" ".repeat(width - name.length()))
                .append(" = ")
                .append(value)
                .append('\n'));
    boolean isFirst = arguments.isEmpty();
    for (TerraformBlock block : blocks) {
      if (!isFirst) {
        out.append('\n');
      }
      isFirst = false;
      block.append(out, depth + 1);
    }
    for (String remark : remarks) {
      out.append(indent).append("  # ").append(remark).append('\n');
    }
    out.append(indent).append("}\n");
  }
}
