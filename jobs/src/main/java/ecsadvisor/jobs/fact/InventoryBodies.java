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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The items of an inventory by kind. A kind's bodies are parsed once, when it is asked for. */
final class InventoryBodies {
  /** An item and its parsed body. */
  record Body(InventoryItem item, JsonNode json) {
    /** The ARN that the body gives under that name; the item's where it gives none. */
    String arn(String name) {
      String own = text(json, name);
      return own.isEmpty() ? item.arn() : own;
    }
  }

  private final Map<String, List<InventoryItem>> items = new HashMap<>();
  private final Map<String, List<Body>> parsed = new HashMap<>();

  InventoryBodies(List<InventoryItem> all) {
    for (InventoryItem item : all) {
      items.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item);
    }
  }

  /** The items of a kind, in the order in which they were given. */
  List<Body> of(String kind) {
    List<Body> bodies = parsed.get(kind);
    if (bodies == null) {
      bodies = items.getOrDefault(kind, List.of()).stream().map(InventoryBodies::parse).toList();
      parsed.put(kind, bodies);
    }
    return bodies;
  }

  /**
   * The newest item of a kind for each key, ordered by key; those with an empty key are left out.
   */
  SortedMap<String, Body> newest(String kind, Function<Body, String> key) {
    SortedMap<String, Body> newest = new TreeMap<>();
    for (Body body : of(kind)) {
      String name = key.apply(body);
      if (!name.isEmpty()) {
        newest.merge(name, body, InventoryBodies::newer);
      }
    }
    return newest;
  }

  /** The item that was seen later; of two seen at once the one that says whose it is. */
  static Body newer(Body a, Body b) {
    return BY_AGE.compare(a, b) >= 0 ? a : b;
  }

  private static final Comparator<Body> BY_AGE =
      Comparator.comparing((Body body) -> body.item().collectedAt())
          .thenComparing(body -> body.item().accountId())
          .thenComparing(body -> body.item().region())
          .thenComparing(body -> body.item().body());

  private static Body parse(InventoryItem item) {
    try {
      return new Body(item, StrictJson.TREES.readTree(item.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The reader wrote a body that is no JSON: " + item.arn());
    }
  }

  /** The part of an ARN or of a name after the last slash. */
  static String shortName(String arnOrName) {
    return arnOrName.substring(arnOrName.lastIndexOf('/') + 1);
  }

  /** The tags of a body, ordered by key. */
  static List<Tag> tags(JsonNode body) {
    return pairs(field(body, "tags"), "key");
  }

  /** Pairs of a name and a value, ordered; pairs without a name are left out. */
  static List<Tag> pairs(JsonNode list, String name) {
    List<Tag> tags = new ArrayList<>();
    for (JsonNode pair : list) {
      String key = text(pair, name);
      if (!key.isEmpty()) {
        tags.add(new Tag(key, text(pair, "value")));
      }
    }
    tags.sort(Comparator.comparing(Tag::key).thenComparing(Tag::value));
    return tags;
  }

  /** The distinct non-empty texts of a list, ordered. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list) {
      if (value.isValueNode() && !value.asText().isEmpty()) {
        texts.add(value.asText());
      }
    }
    return sorted(texts);
  }

  /** The distinct non-empty texts of a field of a list's objects, ordered. */
  static List<String> texts(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode object : list) {
      texts.add(text(object, name));
    }
    return sorted(texts);
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).distinct().sorted().toList();
  }
}
