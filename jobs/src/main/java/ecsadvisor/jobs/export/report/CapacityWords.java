package ecsadvisor.jobs.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a capacity provider strategy: {@code FARGATE base 7 weight 0, FARGATE_SPOT base 0 weight 1}
 * is {@code Fargate Spot, 7 tasks on demand}; with {@code , 21 tasks} at its end it is followed by
 * {@code , 21 tasks in all}. Strategies of another form stay as they are.
 */
final class CapacityWords {
  private static final Pattern ITEM =
      Pattern.compile("([^\\s,]{1,255}) base (\\d{1,6}) weight (\\d{1,6})");

  /** Tasks that are wanted from then on, where Spot needs more of them. */
  private static final Pattern TASKS = Pattern.compile("(.*), (\\d{1,6} tasks)");

  private record Item(String provider, long base, long weight) {}

  private CapacityWords() {}

  static String of(String proposed) {
    Matcher counted = TASKS.matcher(proposed);
    return counted.matches()
        ? strategy(counted.group(1)) + ", " + counted.group(2) + " in all"
        : strategy(proposed);
  }

  private static String strategy(String strategy) {
    List<Item> rest = new ArrayList<>();
    List<Item> bases = new ArrayList<>();
    for (String part : strategy.split(", ", -1)) {
      Matcher matcher = ITEM.matcher(part);
      if (!matcher.matches()) {
        return strategy;
      }
      Item item =
          new Item(
              matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
      (item.weight > 0 ? rest : bases).add(item);
    }
    if (rest.size() != 1 || rest.get(0).base > 0 || bases.size() > 1) {
      return strategy;
    }
    return words(rest.get(0), bases);
  }

  private static String words(Item rest, List<Item> bases) {
    boolean isFargate = rest.provider.equals("FARGATE_SPOT");
    String capacity = isFargate ? "Fargate Spot" : "EC2 Spot (" + rest.provider + ")";
    if (bases.isEmpty() || bases.get(0).base == 0) {
      return capacity + " for every task";
    }
    Item base = bases.get(0);
    return "%s, %s on demand%s"
        .formatted(
            capacity,
            Figures.count(base.base, "task"),
            isFargate ? "" : " (" + base.provider + ")");
  }
}
