package ecsadvisor.jobs.source.inventory;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a task definition's description lacks that can be judged without it. */
public final class DefinitionGaps {
  private DefinitionGaps() {}

  /** The gaps of a description, in words for data_quality.csv. */
  static List<String> of(JsonNode body) {
    List<String> gaps = new ArrayList<>();
    JsonNode definitions = field(body, "containerDefinitions");
    int containers = 0;
    if (definitions.isArray()) {
      for (JsonNode definition : definitions) {
        containers += definition.isObject() ? 1 : 0;
      }
    }
    if (containers == 0) {
      gaps.add("task definition without containers");
    } else if (containers < definitions.size()) {
      gaps.add("task definition with a container that is no object");
    }
    if (placeholders(body) > 0) {
      gaps.add("task definition with placeholders");
    }
    return gaps;
  }

  /** Texts that a template's author meant to be filled in. */
  public static int placeholders(JsonNode node) {
    if (node.isTextual()) {
      return isPlaceholder(node.textValue()) ? 1 : 0;
    }
    int count = 0;
    for (JsonNode child : node) {
      count += placeholders(child);
    }
    return count;
  }

  /** Whether a text has a part that is to be filled in. */
  public static boolean isPlaceholder(String text) {
    return text.contains("${") || text.contains("{{");
  }
}
