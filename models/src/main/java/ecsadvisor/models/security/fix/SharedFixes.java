package ecsadvisor.models.security.fix;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.stats.Shares;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides what services share by their task-hours, in cents that add up to the whole. A thing that
 * several checks or services ask for is paid once, at the highest of their prices.
 */
public final class SharedFixes {
  private static final int MOST_CENTS = 2_000_000_000;

  private SharedFixes() {}

  /**
   * A service's fixes.
   *
   * @param taskHours its weight; not known counts as 0
   * @param fixes of its failed checks
   */
  public record Demand(ServiceKey key, double taskHours, List<FixCost> fixes) {
    public Demand {
      fixes = List.copyOf(fixes);
    }
  }

  /**
   * The fixes of each service, in the same order, each with the service's share of what it shares.
   */
  public static SortedMap<ServiceKey, List<FixCost>> divided(List<Demand> demands) {
    SortedMap<ServiceKey, Demand> ordered = new TreeMap<>();
    demands.forEach(demand -> ordered.put(demand.key(), demand));
    Map<String, Thing> things = new TreeMap<>();
    for (Demand demand : ordered.values()) {
      for (FixCost fix : demand.fixes()) {
        if (fix.shared()) {
          things
              .computeIfAbsent(fix.sharedWith(), ignored -> new Thing())
              .ask(demand, fix.common());
        }
      }
    }
    Map<String, Map<ServiceKey, Range>> shares = new HashMap<>();
    things.forEach((name, thing) -> shares.put(name, thing.shares()));
    SortedMap<ServiceKey, List<FixCost>> divided = new TreeMap<>();
    ordered.forEach((key, demand) -> divided.put(key, with(demand, shares)));
    return divided;
  }

  private static List<FixCost> with(Demand demand, Map<String, Map<ServiceKey, Range>> shares) {
    List<FixCost> fixes = new ArrayList<>();
    for (FixCost fix : demand.fixes()) {
      Map<ServiceKey, Range> of = shares.get(fix.sharedWith());
      Range share = of == null ? null : of.get(demand.key());
      fixes.add(share == null ? fix : fix.sharing(share));
    }
    return List.copyOf(fixes);
  }

  /** Something that services share. */
  private static final class Thing {
    private final List<Demand> users = new ArrayList<>();
    private Range total = Range.ZERO;

    void ask(Demand demand, Range price) {
      if (users.isEmpty() || !users.get(users.size() - 1).key().equals(demand.key())) {
        users.add(demand);
      }
      total = total.max(price);
    }

    Map<ServiceKey, Range> shares() {
      double[] weights =
          users.stream().mapToDouble(user -> Math.max(0, user.taskHours())).toArray();
      long low = cents(total.low());
      long expected = cents(total.expected());
      long high = cents(total.high());
      // Each step of its own, so that every share ascends as the whole does.
      int[] least = split(low, weights);
      int[] more = split(expected - low, weights);
      int[] most = split(high - expected, weights);
      Map<ServiceKey, Range> shares = new HashMap<>();
      for (int i = 0; i < weights.length; i++) {
        double from = least[i] / 100.0;
        double middle = ((long) least[i] + more[i]) / 100.0;
        double to = ((long) least[i] + more[i] + most[i]) / 100.0;
        shares.put(users.get(i).key(), new Range(from, middle, to));
      }
      return shares;
    }

    private static int[] split(long cents, double[] weights) {
      return Shares.split((int) Math.min(MOST_CENTS, Math.max(0, cents)), weights);
    }

    private static long cents(double amount) {
      return Math.round(amount * 100);
    }
  }
}
