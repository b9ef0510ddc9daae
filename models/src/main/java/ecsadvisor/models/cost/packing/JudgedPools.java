package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetAdvice;
import ecsadvisor.models.cost.PackInstances;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.InstancePrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the answers of a fleet's pools. A service in several pools gets the gravest answer. */
public final class JudgedPools {
  private final Fleet fleet;
  private final InstancePrices book;
  private final PackInstances.Settings settings;
  private final SortedMap<ServiceKey, Advice> verdicts = new TreeMap<>();
  private final List<ResourceAdvice> resources = new ArrayList<>();
  private final List<PackedPool> figures = new ArrayList<>();

  private JudgedPools(Fleet fleet, InstancePrices book, PackInstances.Settings settings) {
    this.fleet = fleet;
    this.book = book;
    this.settings = settings;
  }

  /** Judges every pool. */
  public static PackingAdvice of(
      Fleet fleet, InstancePrices book, PackInstances.Settings settings) {
    JudgedPools judged = new JudgedPools(fleet, book, settings);
    Pools pools = Pools.of(fleet);
    judged.verdicts.putAll(pools.answers());
    Map<String, List<ResourceSpend>> spend = PoolCase.spend(fleet);
    for (Pool pool : pools.pools()) {
      judged.judge(pool, new PoolPrices(pool, spend, book));
    }
    return new PackingAdvice(new FleetAdvice(judged.verdicts, judged.resources), judged.figures);
  }

  private void judge(Pool pool, PoolPrices prices) {
    Advice refusal = PoolCase.refusal(pool, prices);
    PoolCase judged = refusal == null ? PoolCase.of(pool, prices, fleet, book, settings) : null;
    if (judged == null) {
      Advice answer = refusal == null ? fitsNowhere(pool) : refusal;
      pool.services().forEach(service -> put(service, answer));
      return;
    }
    double saving = judged.saving();
    boolean advised =
        saving >= settings.minimumMonthlySaving()
            && saving >= settings.minimumSavingShare() * judged.now();
    figures.add(judged.figures(advised));
    PoolAdvice words = new PoolAdvice(judged, fleet);
    for (PoolService service : pool.services()) {
      put(service, advised ? words.change(service) : words.asIs(ReasonCode.PACKED));
    }
    if (advised) {
      resources.add(words.group());
    }
  }

  private static Advice fitsNowhere(Pool pool) {
    return new Advice.NoData(
        List.of(ReasonCode.NO_SIZE_FITS),
        List.of(new Missing("ecs-container-instance", "registeredResources and attributes")),
        List.of(new Evidence("capacity_provider", pool.name())));
  }

  private void put(PoolService service, Advice answer) {
    verdicts.merge(service.service().key(), answer, (a, b) -> gravity(b) > gravity(a) ? b : a);
  }

  private static int gravity(Advice advice) {
    if (advice instanceof Advice.Change) {
      return 3;
    }
    return advice instanceof Advice.NoData ? 2 : 1;
  }
}
