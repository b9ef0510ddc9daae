package ecsadvisor.jobs.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.jobs.source.inventory.DefinitionGaps;
import ecsadvisor.models.fact.security.OpenFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a description. What is there and cannot be read, a placeholder or a value of
 * another form than the API's, is not taken for absent: its path is kept.
 */
final class SecurityFields {
  private final JsonNode object;
  private final String path;
  private final SortedSet<String> open;

  private SecurityFields(JsonNode object, String path, SortedSet<String> open) {
    this.object = object;
    this.path = path;
    this.open = open;
  }

  static SecurityFields of(JsonNode object) {
    return new SecurityFields(object, "", new TreeSet<>());
  }

  /** The fields, asked for so far, that cannot be read. */
  OpenFields open() {
    return new OpenFields(List.copyOf(open));
  }

  /** Notes a field that cannot be read. */
  void leaveOpen(String name) {
    open.add(path + name);
  }

  /** A text as it is written; what is no text is given as a placeholder of the field's name. */
  String text(String... names) {
    JsonNode value = JsonFields.field(object, names);
    String text = value.isContainerNode() ? "${" + names[0] + "}" : value.asText("");
    if (DefinitionGaps.isPlaceholder(text)) {
      leaveOpen(names[0]);
    }
    return text;
  }

  /** Whether a field is true, as a boolean, a text or a number. */
  boolean flag(String name) {
    JsonNode value = JsonFields.field(object, name);
    String word = value.isValueNode() ? value.asText("").strip().toLowerCase(Locale.ROOT) : "{}";
    if (value.isMissingNode() || word.isEmpty() || word.equals("false") || word.equals("0")) {
      return false;
    }
    boolean on = word.equals("true") || word.equals("1");
    if (!on) {
      leaveOpen(name);
    }
    return on;
  }

  /** CPU units or MiB; null where there is none or 0. */
  @Nullable Integer size(String name) {
    Integer size = InventoryNumbers.size(object, name);
    if (size == null && !isNothing(name)) {
      leaveOpen(name);
    }
    return size;
  }

  /** A count or port; 0 where there is none. */
  int count(String name) {
    Integer count = InventoryNumbers.whole(object, name);
    if (count == null && !isNothing(name)) {
      leaveOpen(name);
    }
    return count == null ? 0 : count;
  }

  /** A limit, negative for none. */
  long limit(String name) {
    JsonNode value = JsonFields.field(object, name);
    String text = value.asText("").strip();
    if (value.isIntegralNumber()) {
      return value.canConvertToLong() ? value.longValue() : -1;
    }
    if (text.equals("-1")) {
      return -1;
    }
    Long number = InventoryNumbers.large(value);
    if (number == null && !isNothing(name)) {
      leaveOpen(name);
    }
    return number == null ? 0 : number;
  }

  /** The object of a field; one without fields where it is absent. */
  SecurityFields part(String... names) {
    JsonNode value = JsonFields.field(object, names);
    if (!value.isMissingNode() && !value.isObject()) {
      leaveOpen(names[0]);
    }
    return new SecurityFields(value, path + names[0] + ".", open);
  }

  /** Whether it is an object with whatever fields. */
  boolean exists() {
    return object.isObject();
  }

  /** The objects of a list. */
  List<SecurityFields> parts(String name) {
    List<SecurityFields> parts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (element.isObject()) {
        parts.add(new SecurityFields(element, path + name + ".", open));
      } else {
        leaveOpen(name);
      }
    }
    return parts;
  }

  /** The distinct texts of a list, ordered. */
  List<String> texts(String name) {
    JsonNode list = list(name);
    for (JsonNode element : list) {
      if (!element.isValueNode() || DefinitionGaps.isPlaceholder(element.asText())) {
        leaveOpen(name);
      }
    }
    return InventoryBodies.texts(list);
  }

  private JsonNode list(String name) {
    JsonNode list = JsonFields.field(object, name);
    if (list.isArray() || list.isMissingNode()) {
      return list;
    }
    leaveOpen(name);
    return MissingNode.getInstance();
  }

  /** Whether a field is absent, blank or zero. */
  private boolean isNothing(String name) {
    JsonNode value = JsonFields.field(object, name);
    String text = value.isContainerNode() ? "{}" : value.asText("").strip();
    return text.isEmpty() || text.chars().allMatch(digit -> digit == '0' || digit == '.');
  }
}
