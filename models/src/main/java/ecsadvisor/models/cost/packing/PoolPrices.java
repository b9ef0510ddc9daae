package ecsadvisor.models.cost.packing;

import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.InstancePrices;
import ecsadvisor.models.price.InstanceType;
import ecsadvisor.models.price.Rates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pool's instances cost an hour, now and if bought anew.
 *
 * <p>Now: the bill's effective cost of each instance over its hours; an instance that the bill does
 * not know costs what others of its type do. Bought anew: the bill's rate of the type without
 * commitments, else the price file times the ratio of the bill's rates to the price file's over the
 * pool's own types, which carries the region and the discounts.
 */
final class PoolPrices {
  private final InstancePrices book;
  private final Map<String, Hours> byInstance = new TreeMap<>();
  private final Map<String, Hours> byType = new TreeMap<>();
  private final double ratio;
  private final double listRatio;
  private final RateSource source;
  private String currency = "";
  private String payerAccountId = "";

  PoolPrices(Pool pool, Map<String, List<ResourceSpend>> spendByInstance, InstancePrices book) {
    this.book = book;
    for (ContainerInstance instance : pool.instances()) {
      for (ResourceSpend spend : spendByInstance.getOrDefault(instance.instanceId(), List.of())) {
        byInstance.computeIfAbsent(instance.instanceId(), id -> new Hours()).add(spend);
        byType.computeIfAbsent(instance.instanceType(), type -> new Hours()).add(spend);
        currency = currency.isEmpty() ? spend.currency() : currency;
        payerAccountId = payerAccountId.isEmpty() ? spend.payerAccountId() : payerAccountId;
      }
    }
    double effective = 0;
    double list = 0;
    double filed = 0;
    for (Map.Entry<String, Hours> entry : byType.entrySet()) {
      InstanceType type = book.type(entry.getKey());
      if (type != null) {
        Hours hours = entry.getValue();
        double anew = hours.anewHour();
        effective += (Double.isNaN(anew) ? hours.listHour() : anew) * hours.all;
        list += hours.listHour() * hours.all;
        filed += type.usdHour() * hours.all;
      }
    }
    this.ratio = filed > 0 ? effective / filed : 1;
    this.listRatio = filed > 0 ? list / filed : 1;
    this.source = byInstance.isEmpty() ? RateSource.PRICE_FILE : RateSource.SERVICE_BILL;
    if (currency.isEmpty()) {
      currency = InstancePrices.CURRENCY;
    }
  }

  /** The rows of the bill about EC2 instances by instance id. */
  static Map<String, List<ResourceSpend>> byInstance(List<ResourceSpend> resources) {
    Map<String, List<ResourceSpend>> byInstance = new TreeMap<>();
    for (ResourceSpend spend : resources) {
      if (spend.usageKind() == UsageKind.EC2_INSTANCE && spend.usageAmount() > 0) {
        String id = spend.resourceId().substring(spend.resourceId().lastIndexOf('/') + 1);
        byInstance.computeIfAbsent(id, key -> new ArrayList<>()).add(spend);
      }
    }
    return byInstance;
  }

  RateSource source() {
    return source;
  }

  String currency() {
    return currency;
  }

  String payerAccountId() {
    return payerAccountId;
  }

  /** How many times the price file's price the pool pays. */
  double ratio() {
    return ratio;
  }

  /** What an instance costs a month; NaN where neither bill nor price file knows. */
  double monthlyNow(ContainerInstance instance) {
    return now(instance, false);
  }

  /** The same at list price. */
  double monthlyListNow(ContainerInstance instance) {
    return now(instance, true);
  }

  private double now(ContainerInstance instance, boolean atList) {
    Hours hours = byInstance.get(instance.instanceId());
    if (hours == null) {
      hours = byType.get(instance.instanceType());
    }
    if (hours != null) {
      return Rates.HOURS_PER_MONTH * (atList ? hours.listHour() : hours.effectiveHour());
    }
    return atList ? monthlyListAnew(instance.instanceType()) : monthlyAnew(instance.instanceType());
  }

  /** What an instance of a type would cost a month without commitments; NaN where not known. */
  double monthlyAnew(String type) {
    Hours hours = byType.get(type);
    double anew = hours == null ? Double.NaN : hours.anewHour();
    if (!Double.isNaN(anew)) {
      return Rates.HOURS_PER_MONTH * anew;
    }
    InstanceType filed = book.type(type);
    if (filed != null) {
      return Rates.HOURS_PER_MONTH * filed.usdHour() * ratio;
    }
    return hours == null ? Double.NaN : Rates.HOURS_PER_MONTH * hours.listHour();
  }

  /** The same at list price. */
  double monthlyListAnew(String type) {
    Hours hours = byType.get(type);
    if (hours != null) {
      return Rates.HOURS_PER_MONTH * hours.listHour();
    }
    InstanceType filed = book.type(type);
    return filed == null ? Double.NaN : Rates.HOURS_PER_MONTH * filed.usdHour() * listRatio;
  }

  /** Share of an instance's hours that were bought so. */
  double share(ContainerInstance instance, PurchaseOption option) {
    Hours hours = byInstance.get(instance.instanceId());
    return hours == null || hours.all <= 0
        ? 0
        : hours.byOption.getOrDefault(option, 0.0) / hours.all;
  }

  /** Effective cost a month of an instance's hours that were bought so. */
  double monthly(ContainerInstance instance, PurchaseOption option) {
    Hours hours = byInstance.get(instance.instanceId());
    return hours == null || hours.all <= 0
        ? 0
        : Rates.HOURS_PER_MONTH * hours.costByOption.getOrDefault(option, 0.0) / hours.all;
  }

  @Nullable InstanceType filed(String type) {
    return book.type(type);
  }

  /** Hours and costs of some instances. */
  private static final class Hours {
    private double all;
    private double effective;
    private double list;
    private final Map<PurchaseOption, Double> byOption = new EnumMap<>(PurchaseOption.class);
    private final Map<PurchaseOption, Double> costByOption = new EnumMap<>(PurchaseOption.class);

    void add(ResourceSpend spend) {
      double hours = MoneyUnits.toUsage(spend.usageAmount());
      double cost = MoneyUnits.toCurrency(spend.effective());
      all += hours;
      effective += cost;
      list += MoneyUnits.toCurrency(spend.list());
      byOption.merge(spend.purchaseOption(), hours, Double::sum);
      costByOption.merge(spend.purchaseOption(), cost, Double::sum);
    }

    double effectiveHour() {
      return Math.max(0, effective / all);
    }

    double listHour() {
      return list > 0 ? list / all : effectiveHour();
    }

    /** The rate of hours on demand or on Spot, whichever are more; NaN where there are none. */
    double anewHour() {
      double onDemand = byOption.getOrDefault(PurchaseOption.ON_DEMAND, 0.0);
      double spot = byOption.getOrDefault(PurchaseOption.SPOT, 0.0);
      PurchaseOption option = spot > onDemand ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND;
      double hours = Math.max(onDemand, spot);
      double rate = hours > 0 ? costByOption.getOrDefault(option, 0.0) / hours : 0;
      return rate > 0 ? rate : Double.NaN;
    }
  }
}
