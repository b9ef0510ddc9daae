package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items of an inventory by kind, with their bodies parsed once. */
final class InventoryBodies {
  /** An item and its parsed body. */
  record Body(InventoryItem item, JsonNode json) {}

  private final Map<String, List<Body>> byKind = new TreeMap<>();

  InventoryBodies(List<InventoryItem> items) {
    for (InventoryItem item : items) {
      try {
        byKind
            .computeIfAbsent(item.kind(), kind -> new ArrayList<>())
            .add(new Body(item, StrictJson.TREES.readTree(item.body())));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The reader wrote a body that is no JSON: " + item.arn());
      }
    }
  }

  /** The items of a kind, in the order in which they were given. */
  List<Body> of(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The part of an ARN or of a name after the last slash. */
  static String shortName(String arnOrName) {
    return arnOrName.substring(arnOrName.lastIndexOf('/') + 1);
  }

  /** The tags of a body, ordered by key. */
  static List<Tag> tags(JsonNode body) {
    List<Tag> tags = new ArrayList<>();
    for (JsonNode tag : field(body, "tags")) {
      String key = text(tag, "key");
      if (!key.isEmpty()) {
        tags.add(new Tag(key, text(tag, "value")));
      }
    }
    tags.sort(Comparator.comparing(Tag::key).thenComparing(Tag::value));
    return tags;
  }
}
