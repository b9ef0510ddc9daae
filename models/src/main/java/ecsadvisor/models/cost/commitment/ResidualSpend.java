package ecsadvisor.models.cost.commitment;

import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The spend that is left for a further commitment: usage on demand, less what the other levers
 * remove, less what existing commitments would take over in its stead.
 *
 * <p>Per hour: on Fargate the services' own change is applied to what they pay on demand; usage
 * under a plan that the levers remove sets the plan free for other usage, Fargate first. On EC2 a
 * factor per family is applied to all of its usage, and what goes is taken from demand first, since
 * reservations stay paid. Usage under plans that have ended counts as on demand again; usage from
 * before a plan was bought counts as covered by it, so that last week's purchase is not advised
 * again.
 */
public final class ResidualSpend {
  private static final int HOURS_PER_DAY = 24;

  private record Payer(String accountId, String currency) implements Comparable<Payer> {
    @Override
    public int compareTo(Payer other) {
      int order = accountId.compareTo(other.accountId);
      return order != 0 ? order : currency.compareTo(other.currency);
    }
  }

  private record PoolKey(String family, String accountId, String region)
      implements Comparable<PoolKey> {
    /** Fargate first, then EC2 by name, Lambda last: the order in which freed plans help. */
    @Override
    public int compareTo(PoolKey other) {
      int order = rank() - other.rank();
      if (order == 0) {
        order = family.compareTo(other.family);
      }
      if (order == 0) {
        order = accountId.compareTo(other.accountId);
      }
      return order != 0 ? order : region.compareTo(other.region);
    }

    private int rank() {
      return family.equals("FARGATE") ? 0 : PlanType.isEc2(family) ? 1 : 2;
    }
  }

  private record PlanScope(String kind, String region, String family)
      implements Comparable<PlanScope> {
    private boolean reaches(PlanType type, PoolKey pool) {
      return type.covers(pool.family)
          && (!type.isBound() || (pool.region.equals(region) && pool.family.equals(family)));
    }

    @Override
    public int compareTo(PlanScope other) {
      return (kind + "/" + region + "/" + family)
          .compareTo(other.kind + "/" + other.region + "/" + other.family);
    }
  }

  private final Window window;
  private final List<Commitment> commitments;
  private final List<ServiceHours> services;
  private final Map<String, Double> ec2FactorByFamily;
  private final Map<String, Double> ownEc2Share;

  /**
   * A calculation.
   *
   * @param commitments what the bill shows of commitments
   * @param services the services on Fargate
   * @param ec2FactorByFamily share of each EC2 family's usage that packing leaves, 0..1; 1 where it
   *     is not named
   * @param ownEc2Share share of EC2's usage that belongs to ECS, by {@code account/region/family}
   */
  public ResidualSpend(
      Window window,
      List<Commitment> commitments,
      List<ServiceHours> services,
      Map<String, Double> ec2FactorByFamily,
      Map<String, Double> ownEc2Share) {
    this.window = window;
    this.commitments = List.copyOf(commitments);
    this.services = List.copyOf(services);
    this.ec2FactorByFamily = Map.copyOf(ec2FactorByFamily);
    this.ownEc2Share = Map.copyOf(ownEc2Share);
  }

  /** What each payer has left, ordered by payer. */
  public List<PayerUsage> of(List<CommitmentUsage> usage) {
    Map<Payer, List<CommitmentUsage>> byPayer = new TreeMap<>();
    for (CommitmentUsage day : usage) {
      if (window.contains(day.day())) {
        byPayer
            .computeIfAbsent(
                new Payer(day.payerAccountId(), day.currency()), p -> new ArrayList<>())
            .add(day);
      }
    }
    List<PayerUsage> result = new ArrayList<>();
    byPayer.forEach((payer, days) -> result.add(new Ledger(payer, days).close()));
    return result;
  }

  /** List prices of one pool by hour. */
  private static final class Pool {
    private final double[] demand;
    private final double[] plan;
    private final double[] reserved;
    private final double[] own;
    private final double[] planChange;
    private double demandList;
    private double demandEffective;

    private Pool(int hours) {
      this.demand = new double[hours];
      this.plan = new double[hours];
      this.reserved = new double[hours];
      this.own = new double[hours];
      this.planChange = new double[hours];
    }

    /** Price paid on demand over list price; above 1 it would be an error of the bill. */
    private double level() {
      return demandList <= 0 || demandEffective <= 0
          ? 1
          : Math.min(1, demandEffective / demandList);
    }
  }

  /** One payer's hours. */
  private final class Ledger {
    private final Payer payer;
    private final Map<LocalDate, Integer> firstHours = new HashMap<>();
    private final TreeMap<PoolKey, Pool> pools = new TreeMap<>();
    private final List<LocalDate> days;
    private final double[] freed;
    private final double listOfDay;
    private final double listOfFirstHours;

    private Ledger(Payer payer, List<CommitmentUsage> usage) {
      this.payer = payer;
      TreeSet<LocalDate> sorted = new TreeSet<>();
      usage.forEach(day -> sorted.add(day.day()));
      this.days = List.copyOf(sorted);
      for (LocalDate day : days) {
        firstHours.put(day, firstHours.size() * HOURS_PER_DAY);
      }
      int hours = days.size() * HOURS_PER_DAY;
      this.freed = new double[hours];
      double all = 0;
      double first = 0;
      for (CommitmentUsage day : usage) {
        PoolKey key = new PoolKey(day.family(), day.accountId(), day.region());
        Pool pool = pools.computeIfAbsent(key, k -> new Pool(hours));
        all += book(pool, day);
        first += day.list().isEmpty() ? 0 : money(day.list(), 0);
      }
      this.listOfDay = all;
      this.listOfFirstHours = first;
    }

    private double book(Pool pool, CommitmentUsage day) {
      int start = hourOf(day.day());
      double sum = 0;
      for (int hour = 0; hour < Math.min(HOURS_PER_DAY, day.list().size()); hour++) {
        double list = money(day.list(), hour);
        sum += list;
        if (day.purchaseOption() == PurchaseOption.ON_DEMAND) {
          pool.demand[start + hour] += list;
          pool.demandList += list;
          pool.demandEffective += hour < day.effective().size() ? money(day.effective(), hour) : 0;
        } else if (day.purchaseOption() == PurchaseOption.SAVINGS_PLAN) {
          pool.plan[start + hour] += list;
        } else if (day.purchaseOption() == PurchaseOption.RESERVED) {
          pool.reserved[start + hour] += list;
        }
      }
      return sum;
    }

    private PayerUsage close() {
      endPlans();
      applyServices();
      pools.forEach(this::pack);
      settle(PlanType.COMPUTE_SP, new PlanScope("COMPUTE_SP", "", ""), freed);
      coverByRecentPlans();
      List<UsagePool> result = new ArrayList<>();
      pools.forEach((key, pool) -> result.add(result(key, pool)));
      boolean hourly = listOfFirstHours < 0.9 * listOfDay;
      return new PayerUsage(payer.accountId, payer.currency, days, hourly, result);
    }

    /** Usage under plans that are over by now will be paid on demand. */
    private void endPlans() {
      for (LocalDate day : days) {
        double ended = 0;
        double there = 0;
        for (Commitment plan : commitments) {
          LocalDate end = plan.endDate();
          if (!isOurs(plan) || !isPlan(plan) || (end != null && end.isBefore(day))) {
            continue;
          }
          there += plan.hourlyCommitment();
          ended += end != null && end.isBefore(window.asOf()) ? plan.hourlyCommitment() : 0;
        }
        if (ended > 0) {
          release(hourOf(day), ended / there);
        }
      }
    }

    private void release(int start, double share) {
      for (Pool pool : pools.values()) {
        for (int hour = start; hour < start + HOURS_PER_DAY; hour++) {
          pool.demand[hour] += pool.plan[hour] * share;
          pool.plan[hour] *= 1 - share;
        }
      }
    }

    private void applyServices() {
      for (ServiceHours service : services) {
        Pool pool = pools.get(new PoolKey("FARGATE", service.accountId(), service.region()));
        if (pool == null
            || !service.payerAccountId().equals(payer.accountId)
            || !service.currency().equals(payer.currency)) {
          continue;
        }
        service.now().forEach(day -> change(pool, day, -1));
        service.after().forEach(day -> change(pool, day, 1));
      }
      for (Pool pool : pools.values()) {
        for (int hour = 0; hour < freed.length; hour++) {
          // The plans that exist cover no more than they do now.
          double more = Math.max(0, pool.planChange[hour]);
          double less = Math.min(pool.plan[hour], Math.max(0, -pool.planChange[hour]));
          pool.demand[hour] = Math.max(0, pool.demand[hour] + more);
          pool.plan[hour] -= less;
          freed[hour] += less;
        }
      }
    }

    private void change(Pool pool, SpendHours day, int sign) {
      Integer start = firstHours.get(day.day());
      if (start == null) {
        return;
      }
      for (int hour = 0; hour < Math.min(HOURS_PER_DAY, day.list().size()); hour++) {
        double list = sign * money(day.list(), hour);
        if (day.purchaseOption() == PurchaseOption.ON_DEMAND) {
          pool.demand[start + hour] += list;
          pool.own[start + hour] += sign > 0 ? list : 0;
        } else if (day.purchaseOption() == PurchaseOption.SAVINGS_PLAN) {
          pool.planChange[start + hour] += list;
        }
      }
    }

    private void pack(PoolKey key, Pool pool) {
      if (!PlanType.isEc2(key.family)) {
        return;
      }
      double factor = Math.max(0, Math.min(1, ec2FactorByFamily.getOrDefault(key.family, 1.0)));
      String place = key.accountId + "/" + key.region + "/" + key.family;
      double share = Math.max(0, Math.min(1, ownEc2Share.getOrDefault(place, 0.0)));
      for (int hour = 0; hour < freed.length; hour++) {
        double gone = (1 - factor) * (pool.demand[hour] + pool.plan[hour] + pool.reserved[hour]);
        double fromDemand = Math.min(gone, pool.demand[hour]);
        double fromPlan = Math.min(gone - fromDemand, pool.plan[hour]);
        pool.demand[hour] -= fromDemand;
        pool.plan[hour] -= fromPlan;
        freed[hour] += fromPlan;
        pool.own[hour] = pool.demand[hour] * share;
      }
    }

    /** Lets plans with room take over what is on demand, pool after pool. */
    private void settle(PlanType type, PlanScope scope, double[] room) {
      pools.forEach(
          (key, pool) -> {
            if (!scope.reaches(type, key)) {
              return;
            }
            for (int hour = 0; hour < room.length; hour++) {
              double taken = Math.max(0, Math.min(room[hour], pool.demand[hour]));
              if (taken > 0) {
                pool.own[hour] *= 1 - taken / pool.demand[hour];
              }
              pool.demand[hour] -= taken;
              pool.plan[hour] += taken;
              room[hour] -= taken;
            }
          });
    }

    /** What plans that were bought inside the window would have covered before. */
    private void coverByRecentPlans() {
      Map<PlanScope, Double> hourly = new TreeMap<>();
      Map<PlanScope, LocalDate> starts = new HashMap<>();
      for (Commitment plan : commitments) {
        LocalDate end = plan.endDate();
        boolean over = end != null && end.isBefore(window.asOf());
        if (!isOurs(plan) || !isPlan(plan) || over || plan.hours() <= 0 || plan.committed() <= 0) {
          continue;
        }
        PlanScope scope = new PlanScope(plan.kind(), plan.region(), plan.family());
        double used = (double) plan.used() / plan.committed();
        hourly.merge(scope, plan.hourlyCommitment() * used, Double::sum);
        LocalDate start = window.asOf().plusDays(1).minusDays(plan.hours() / HOURS_PER_DAY);
        starts.merge(scope, start, (one, two) -> one.isAfter(two) ? one : two);
      }
      hourly.forEach((scope, amount) -> coverBefore(starts.get(scope), scope, amount));
    }

    /** Where the bill shows less under plans than they would cover today, they cover it. */
    private void coverBefore(@Nullable LocalDate start, PlanScope scope, double amount) {
      PlanType type = PlanType.valueOf(scope.kind);
      double[] room = new double[freed.length];
      for (LocalDate day : days) {
        if (start == null || !day.isBefore(start)) {
          continue;
        }
        for (int hour = hourOf(day); hour < hourOf(day) + HOURS_PER_DAY; hour++) {
          room[hour] = amount;
          for (Map.Entry<PoolKey, Pool> pool : pools.entrySet()) {
            if (scope.reaches(type, pool.getKey())) {
              room[hour] -= pool.getValue().plan[hour];
            }
          }
        }
      }
      settle(type, scope, room);
    }

    private UsagePool result(PoolKey key, Pool pool) {
      double level = pool.level();
      double covered = 0;
      for (int hour = 0; hour < freed.length; hour++) {
        covered += pool.plan[hour] + pool.reserved[hour];
        pool.demand[hour] *= level;
        pool.own[hour] = Math.min(pool.demand[hour], pool.own[hour] * level);
      }
      return new UsagePool(
          key.accountId, key.region, key.family, pool.demand, pool.own, covered, level);
    }

    private boolean isOurs(Commitment plan) {
      return plan.payerAccountId().equals(payer.accountId);
    }

    private boolean isPlan(Commitment plan) {
      return plan.kind().equals("COMPUTE_SP") || plan.kind().equals("EC2_INSTANCE_SP");
    }

    private int hourOf(LocalDate day) {
      return firstHours.getOrDefault(day, 0);
    }
  }

  private static double money(List<Long> list, int hour) {
    return list.get(hour) / 1e10;
  }
}
