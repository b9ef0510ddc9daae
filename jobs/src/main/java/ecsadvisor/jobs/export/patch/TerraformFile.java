package ecsadvisor.jobs.export.patch;

import java.util.LinkedHashMap;
import java.util.Map;

/** The resources of a Terraform fragment; what several steps say of one resource is one block. */
final class TerraformFile {
  private final Map<String, TerraformBlock> resources = new LinkedHashMap<>();

  TerraformBlock resource(String type, String label) {
    return resources.computeIfAbsent(
        type + "." + label, unused -> TerraformBlock.resource(type, label));
  }

  /** A text that whoever applies it gives. */
  void variable(String name) {
    resources.computeIfAbsent("variable." + name, unused -> TerraformBlock.variable(name));
  }

  boolean isEmpty() {
    return resources.isEmpty();
  }

  String text(String title) {
    StringBuilder out =
        new StringBuilder("# ")
            .append(PlainText.line(title))
            .append(
                "\n# Only what changes: put these arguments into the resources that you have.\n");
    for (TerraformBlock resource : resources.values()) {
      out.append('\n');
      resource.append(out, 0);
    }
    return out.toString();
  }
}
