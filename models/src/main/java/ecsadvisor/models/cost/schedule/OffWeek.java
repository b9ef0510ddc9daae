package ecsadvisor.models.cost.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a week in which a service can be stopped, as few windows.
 *
 * @param windows at most so many as allowed; the slots of a window start and end at the same hours
 *     of the day and last equally long
 * @param idleHours idle hours of the week before they were brought into windows
 */
public record OffWeek(List<List<OffSlot>> windows, int idleHours) {
  public OffWeek {
    windows = List.copyOf(windows);
  }

  /** What a window may look like. */
  public record Limits(int windows, int minimumHours, int marginBefore, int marginAfter) {}

  /**
   * The windows of a week.
   *
   * <p>Runs of idle hours are cut by the margins, moved to safe hours and grouped by their hours of
   * the day. While there are more groups than windows allowed, the cheapest step is taken: two
   * groups of equally many nights become one with the hours that both have, or a group is dropped.
   */
  static OffWeek of(boolean[] isIdle, Limits limits, SafeHours safe) {
    List<OffSlot> slots = new ArrayList<>();
    for (OffSlot run : runs(isIdle)) {
      OffSlot slot = trimmed(run, limits, safe);
      if (slot != null) {
        slots.add(slot);
      }
    }
    List<List<OffSlot>> groups = grouped(slots);
    while (groups.size() > limits.windows()) {
      groups = cheapestStep(groups, limits.minimumHours());
    }
    int idle = 0;
    for (boolean hour : isIdle) {
      idle += hour ? 1 : 0;
    }
    groups.sort(Comparator.comparingInt(group -> group.get(0).start()));
    return new OffWeek(groups, idle);
  }

  /** Whether the service is stopped in that hour of the week. */
  public boolean isOff(int hourOfWeek) {
    return slots().stream().anyMatch(slot -> slot.contains(hourOfWeek));
  }

  /** All slots, by their start. */
  public List<OffSlot> slots() {
    return windows.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(OffSlot::start))
        .toList();
  }

  /** Stopped hours of a week. */
  public int hours() {
    return hours(slots());
  }

  private static @Nullable OffSlot trimmed(OffSlot run, Limits limits, SafeHours safe) {
    int hours = run.hours() - limits.marginBefore() - limits.marginAfter();
    if (hours < limits.minimumHours()) {
      return null;
    }
    int start = (run.start() + limits.marginBefore()) % OffSlot.WEEK;
    OffSlot slot = safe.within(new OffSlot(start, hours));
    return slot == null || slot.hours() < limits.minimumHours() ? null : slot;
  }

  /** The longest runs of idle hours; none where all or no hours are idle. */
  private static List<OffSlot> runs(boolean[] isIdle) {
    List<OffSlot> runs = new ArrayList<>();
    for (int hour = 0; hour < OffSlot.WEEK; hour++) {
      int before = (hour + OffSlot.WEEK - 1) % OffSlot.WEEK;
      if (isIdle[hour] && !isIdle[before]) {
        int length = 1;
        while (isIdle[(hour + length) % OffSlot.WEEK]) {
          length++;
        }
        runs.add(new OffSlot(hour, length));
      }
    }
    return runs;
  }

  private static List<List<OffSlot>> grouped(List<OffSlot> slots) {
    TreeMap<Integer, List<OffSlot>> groups = new TreeMap<>();
    for (OffSlot slot : slots) {
      int key = slot.offHour() * OffSlot.WEEK + slot.hours();
      groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(slot);
    }
    return new ArrayList<>(groups.values());
  }

  private static List<List<OffSlot>> cheapestStep(List<List<OffSlot>> groups, int minimumHours) {
    List<List<OffSlot>> best = List.of();
    int kept = -1;
    for (int first = 0; first < groups.size(); first++) {
      List<List<OffSlot>> others = new ArrayList<>(groups);
      List<OffSlot> group = others.remove(first);
      if (hoursOf(others) > kept) {
        best = others;
        kept = hoursOf(others);
      }
      for (int second = first; second < others.size(); second++) {
        List<OffSlot> joined = joined(group, others.get(second), minimumHours);
        List<List<OffSlot>> merged = new ArrayList<>(others);
        merged.set(second, joined);
        if (!joined.isEmpty() && hoursOf(merged) > kept) {
          best = merged;
          kept = hoursOf(merged);
        }
      }
    }
    return new ArrayList<>(best);
  }

  /** Both groups with the hours of the day that they share; empty where that is no window. */
  private static List<OffSlot> joined(List<OffSlot> one, List<OffSlot> other, int minimumHours) {
    OffSlot first = one.get(0);
    OffSlot second = other.get(0);
    if (first.midnights() != second.midnights()) {
      return List.of();
    }
    int off = Math.max(first.offHour(), second.offHour());
    int on = Math.min(first.onHour(), second.onHour());
    int hours = first.midnights() * 24 + on - off;
    if (hours < minimumHours) {
      return List.of();
    }
    return Stream.concat(one.stream(), other.stream())
        .map(slot -> new OffSlot(slot.day() * 24 + off, hours))
        .toList();
  }

  private static int hoursOf(List<List<OffSlot>> groups) {
    return groups.stream().mapToInt(OffWeek::hours).sum();
  }

  private static int hours(List<OffSlot> slots) {
    return slots.stream().mapToInt(OffSlot::hours).sum();
  }
}
