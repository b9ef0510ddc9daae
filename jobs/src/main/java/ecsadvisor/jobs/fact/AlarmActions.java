package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which alarms tell anybody: those with an action that is on and does more than scale, and those
 * whose state a composite alarm that tells asks for.
 */
final class AlarmActions {
  private static final String ASKS = "ALARM(";

  private final Map<InventoryPlace, List<InventoryPlace>> parents = new HashMap<>();
  private final Set<InventoryPlace> acting = new HashSet<>();
  private final Set<InventoryPlace> all = new HashSet<>();

  AlarmActions(List<InventoryBodies.Body> alarms) {
    for (InventoryBodies.Body alarm : alarms) {
      InventoryPlace place = place(alarm);
      all.add(place);
      if (acts(alarm)) {
        acting.add(place);
      }
      for (String child : children(text(alarm.json(), "alarmRule"))) {
        parents
            .computeIfAbsent(InventoryPlace.of(alarm, child), key -> new ArrayList<>())
            .add(place);
      }
    }
  }

  boolean exists(InventoryPlace alarm) {
    return all.contains(alarm);
  }

  boolean tells(InventoryBodies.Body alarm) {
    return tells(place(alarm), new HashSet<>());
  }

  private boolean tells(InventoryPlace alarm, Set<InventoryPlace> seen) {
    return seen.add(alarm)
        && (acting.contains(alarm)
            || parents.getOrDefault(alarm, List.of()).stream()
                .anyMatch(parent -> tells(parent, seen)));
  }

  private static InventoryPlace place(InventoryBodies.Body alarm) {
    return InventoryPlace.of(alarm, text(alarm.json(), "alarmName"));
  }

  private static boolean acts(InventoryBodies.Body alarm) {
    return field(alarm.json(), "actionsEnabled").asBoolean(false)
        && InventoryBodies.texts(field(alarm.json(), "alarmActions")).stream()
            .anyMatch(action -> !action.contains(":autoscaling:"));
  }

  /** The alarms that a composite alarm's rule asks for, by name, quoted or not, or ARN. */
  static List<String> children(String rule) {
    List<String> names = new ArrayList<>();
    int at = rule.indexOf(ASKS);
    while (at >= 0) {
      int start = at + ASKS.length();
      while (start < rule.length() && rule.charAt(start) == ' ') {
        start++;
      }
      char first = start < rule.length() ? rule.charAt(start) : ')';
      boolean quoted = first == '"' || first == '\'';
      int end = rule.indexOf(quoted ? first : ')', start + (quoted ? 1 : 0));
      if (end < 0) {
        return names;
      }
      String name = rule.substring(start + (quoted ? 1 : 0), end).strip();
      int arn = name.indexOf(":alarm:");
      names.add(name.startsWith("arn:") && arn > 0 ? name.substring(arn + 7) : name);
      at = rule.indexOf(ASKS, end);
    }
    return names;
  }
}
