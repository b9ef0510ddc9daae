package ecsadvisor.models.cost.schedule;

import ecsadvisor.models.replay.LoadHours;
import ecsadvisor.models.stats.Quantiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which hours of the local week was a service idle, every time?
 *
 * <p>An hour is idle where the mean CPU of its tasks is at most a share of their reservation and of
 * their own busy level (the 95th percentile of hourly means), the hottest task's maximum is at most
 * another share, and no request came. It is busy where one of that is known to be untrue. An hour
 * of the week is idle where it was idle in all weeks but one at least, and busy in none.
 *
 * <p>Holidays are found in the data, of every country and company: a day that is idle throughout,
 * while more than half of the other days of that weekday are not, says nothing about its hours, so
 * it counts for no evidence; what is busy on it counts against it.
 */
public final class WeekEvidence {
  /** Known hours from which a day counts as one. */
  private static final int FULL_DAY = 20;

  private final boolean[] isIdle = new boolean[OffSlot.WEEK];
  private final double[] tasks = new double[OffSlot.WEEK];
  private final int weeks;
  private final int holidays;
  private final boolean isEverUsed;
  private final boolean coversMonthEnd;
  private int monthEndHours;

  /** What makes an hour idle. */
  public record Rule(
      double idleCpuShare, double idleShareOfBusy, double idlePeakCpuShare, double idleRequests) {}

  private enum State {
    UNKNOWN,
    IDLE,
    BUSY
  }

  /**
   * Gathers the evidence.
   *
   * @param taskVcpu vCPU that a task reserves
   */
  public WeekEvidence(LoadHours hours, ZoneId zone, double taskVcpu, Rule rule) {
    State[] states = states(hours, taskVcpu, rule);
    int[] hourOfWeek = new int[states.length];
    TreeMap<LocalDate, State> days = new TreeMap<>();
    TreeMap<LocalDate, Integer> knownHours = new TreeMap<>();
    LocalDate[] dates = new LocalDate[states.length];
    Instant start = hours.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int hour = 0; hour < states.length; hour++) {
      ZonedDateTime local = start.plusSeconds(hour * 3600L).atZone(zone);
      hourOfWeek[hour] = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
      dates[hour] = local.toLocalDate();
      days.merge(dates[hour], states[hour], WeekEvidence::worse);
      knownHours.merge(dates[hour], states[hour] == State.UNKNOWN ? 0 : 1, Integer::sum);
    }
    days.keySet().removeIf(day -> knownHours.getOrDefault(day, 0) < FULL_DAY);
    Map<LocalDate, Boolean> unusual = unusual(days);
    int[] idle = new int[OffSlot.WEEK];
    int[] busy = new int[OffSlot.WEEK];
    int[] busyAtMonthEnd = new int[OffSlot.WEEK];
    int[] counted = new int[OffSlot.WEEK];
    for (int hour = 0; hour < states.length; hour++) {
      int bucket = hourOfWeek[hour];
      boolean isHoliday = unusual.getOrDefault(dates[hour], false);
      idle[bucket] += states[hour] == State.IDLE && !isHoliday ? 1 : 0;
      busy[bucket] += states[hour] == State.BUSY ? 1 : 0;
      busyAtMonthEnd[bucket] += states[hour] == State.BUSY && isMonthEnd(dates[hour]) ? 1 : 0;
      if (hours.tasks()[hour] >= 0) {
        tasks[bucket] += hours.tasks()[hour];
        counted[bucket]++;
      }
    }
    int known = (int) days.values().stream().filter(day -> day != State.UNKNOWN).count();
    weeks = known / 7;
    for (int bucket = 0; bucket < OffSlot.WEEK; bucket++) {
      isIdle[bucket] = busy[bucket] == 0 && idle[bucket] >= Math.max(3, weeks - 1);
      boolean isOnlyThen = busy[bucket] > 0 && busy[bucket] == busyAtMonthEnd[bucket];
      monthEndHours += isOnlyThen && idle[bucket] >= Math.max(2, weeks - 2) ? 1 : 0;
      tasks[bucket] = counted[bucket] == 0 ? 0 : tasks[bucket] / counted[bucket];
    }
    holidays = (int) unusual.values().stream().filter(day -> day).count();
    isEverUsed = isEverUsed(hours, taskVcpu, rule);
    coversMonthEnd = coversMonthEnd(days);
  }

  private static State[] states(LoadHours hours, double taskVcpu, Rule rule) {
    double[] running =
        Arrays.stream(hours.taskVcpu()).filter(value -> !Double.isNaN(value)).toArray();
    double busyLevel = running.length == 0 ? 0 : Quantiles.linear(running, 0.95);
    double mean = Math.min(rule.idleCpuShare() * taskVcpu, rule.idleShareOfBusy() * busyLevel);
    double peak = rule.idlePeakCpuShare() * taskVcpu;
    State[] states = new State[hours.size()];
    for (int hour = 0; hour < states.length; hour++) {
      boolean isUsed =
          hours.taskVcpu()[hour] > mean
              || hours.taskVcpuMax()[hour] > peak
              || hours.requests()[hour] > rule.idleRequests();
      boolean isKnown = !Double.isNaN(hours.taskVcpu()[hour]) || hours.tasks()[hour] == 0;
      states[hour] = isUsed ? State.BUSY : isKnown ? State.IDLE : State.UNKNOWN;
    }
    return states;
  }

  private static boolean isEverUsed(LoadHours hours, double taskVcpu, Rule rule) {
    for (int hour = 0; hour < hours.size(); hour++) {
      if (hours.taskVcpu()[hour] > rule.idleCpuShare() * taskVcpu
          || hours.taskVcpuMax()[hour] > rule.idlePeakCpuShare() * taskVcpu
          || hours.requests()[hour] > rule.idleRequests()) {
        return true;
      }
    }
    return false;
  }

  private static State worse(State one, State other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Map<LocalDate, Boolean> unusual(Map<LocalDate, State> days) {
    TreeMap<LocalDate, Boolean> unusual = new TreeMap<>();
    days.forEach(
        (date, state) -> {
          int same = 0;
          int busy = 0;
          for (LocalDate other : days.keySet()) {
            if (other.getDayOfWeek() == date.getDayOfWeek() && !other.equals(date)) {
              same++;
              busy += days.get(other) == State.BUSY ? 1 : 0;
            }
          }
          unusual.put(date, state == State.IDLE && 2 * busy > same);
        });
    return unusual;
  }

  /** The last two days of a month and the first two of the next. */
  private static boolean isMonthEnd(LocalDate day) {
    return day.getDayOfMonth() <= 2 || day.getDayOfMonth() >= day.lengthOfMonth() - 1;
  }

  private static boolean coversMonthEnd(Map<LocalDate, State> days) {
    for (LocalDate day : days.keySet()) {
      boolean isLast = day.getDayOfMonth() == day.lengthOfMonth();
      if (isLast && days.get(day) != State.UNKNOWN) {
        State next = days.get(day.plusDays(1));
        return next != null && next != State.UNKNOWN;
      }
    }
    return false;
  }

  /** The windows that the evidence allows. */
  public OffWeek windows(OffWeek.Limits limits, ZoneId zone, Instant from) {
    return OffWeek.of(isIdle, limits, new SafeHours(zone, from));
  }

  /** Mean number of tasks in that hour of the week. */
  public double tasks(int hourOfWeek) {
    return tasks[hourOfWeek];
  }

  /** Full weeks of days with data. */
  public int weeks() {
    return weeks;
  }

  /** Idle days that other weeks do not have. */
  public int holidays() {
    return holidays;
  }

  /** Whether any hour was more than idle by the shares of the reservation alone. */
  public boolean isEverUsed() {
    return isEverUsed;
  }

  /** Hours of the week that were busy around a month end and idle in all other weeks. */
  public int monthEndHours() {
    return monthEndHours;
  }

  /** Whether the last day of a month and the day after it were seen. */
  public boolean coversMonthEnd() {
    return coversMonthEnd;
  }

  /**
   * The share of weeks in which something may still happen in an hour in which nothing did, upper
   * 95 % bound: {@code 1 - 0.05^(1 / weeks)}.
   */
  public double violationBound() {
    return weeks == 0 ? 1 : 1 - Math.pow(0.05, 1.0 / weeks);
  }
}
