package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON objects in the order in which they are written down. */
final class Body {
  private Body() {}

  /** An object of alternating names and values; a null value leaves its name out. */
  static Map<String, Object> of(@Nullable Object... pairs) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      Object name = pairs[index];
      Object value = pairs[index + 1];
      if (name != null && value != null) {
        body.put(name.toString(), value);
      }
    }
    return body;
  }

  /** Tags in the form of most services, {@code [{"Key":…,"Value":…}]}. */
  static List<Map<String, Object>> tags(Map<String, String> tags) {
    return pairs(tags, "Key", "Value");
  }

  /** Tags in the form of ECS, {@code [{"key":…,"value":…}]}. */
  static List<Map<String, Object>> ecsTags(Map<String, String> tags) {
    return pairs(tags, "key", "value");
  }

  private static List<Map<String, Object>> pairs(
      Map<String, String> tags, String key, String value) {
    List<Map<String, Object>> list = new ArrayList<>();
    new TreeMap<>(tags).forEach((name, text) -> list.add(of(key, name, value, text)));
    return list;
  }

  /** An instant as version 2 of the AWS CLI prints it. */
  static String time(int hour) {
    return time(hour, 0);
  }

  /** The instant so many seconds after the beginning of an hour. */
  static String time(int hour, int seconds) {
    String text = Timeline.instant(hour).plusSeconds(seconds).toString();
    return text.substring(0, text.length() - 1) + "+00:00";
  }
}
