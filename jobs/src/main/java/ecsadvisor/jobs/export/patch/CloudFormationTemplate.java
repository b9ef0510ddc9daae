package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The resources of a CloudFormation fragment, by the program's own logical names. */
final class CloudFormationTemplate {
  private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

  private final Set<String> remarks = new LinkedHashSet<>();
  private final Set<String> parameters = new TreeSet<>();

  /** The properties of a resource, to be filled. */
  ObjectNode properties(String logicalName, String type) {
    ObjectNode resource =
        resources.computeIfAbsent(
            logicalName,
            unused -> {
              ObjectNode created = JsonText.object().put("Type", type);
              created.putObject("Properties");
              return created;
            });
    return (ObjectNode) resource.get("Properties");
  }

  /** A text that whoever applies it gives. */
  void parameter(String name) {
    parameters.add(name);
  }

  /** A line of comment for what no property says. */
  void remark(String text) {
    remarks.add(text);
  }

  boolean isEmpty() {
    return resources.isEmpty();
  }

  String text(String title) {
    ObjectNode template = JsonText.object().put("AWSTemplateFormatVersion", "2010-09-09");
    if (!parameters.isEmpty()) {
      ObjectNode declared = template.putObject("Parameters");
      parameters.forEach(name -> declared.putObject(name).put("Type", "String"));
    }
    ObjectNode all = template.putObject("Resources");
    resources.forEach(all::set);
    StringBuilder text = new StringBuilder("# ").append(PlainText.line(title));
    text.append("\n# Only what changes: put these properties into the resources that you have.\n");
    remarks.forEach(remark -> text.append("# ").append(PlainText.line(remark)).append('\n'));
    return text.append(YamlText.of(template)).toString();
  }
}
