package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.BillMeter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bill's meters as evidence, by account and region.
 *
 * <p>A bill can be exported without the lines that cost nothing; then a trial that costs nothing
 * would look like nothing at all. It is of use only where some meter of the same payer ran free of
 * charge, as the first trail's events do.
 */
public final class BillEvidences {
  private final SortedMap<String, BillEvidence> byPlace;

  private BillEvidences(SortedMap<String, BillEvidence> byPlace) {
    this.byPlace = byPlace;
  }

  /** The evidence of the meters of the days that are judged. */
  public static BillEvidences of(List<BillMeter> meters) {
    Set<String> withFreeLines = new HashSet<>();
    SortedMap<String, List<BillMeter>> places = new TreeMap<>();
    for (BillMeter meter : meters) {
      if (meter.effectiveCost() == 0 && meter.amount() > 0) {
        withFreeLines.add(meter.payerAccountId());
      }
      places
          .computeIfAbsent(key(meter.accountId(), meter.region()), place -> new ArrayList<>())
          .add(meter);
    }
    SortedMap<String, BillEvidence> byPlace = new TreeMap<>();
    places.forEach((place, own) -> byPlace.put(place, evidence(own, withFreeLines)));
    return new BillEvidences(byPlace);
  }

  /** What the bill shows of an account and region; nothing where it has no line of them. */
  public BillEvidence of(String accountId, String region) {
    return byPlace.getOrDefault(key(accountId, region), BillEvidence.NONE);
  }

  private static BillEvidence evidence(List<BillMeter> meters, Set<String> withFreeLines) {
    Map<String, Double> amounts = new TreeMap<>();
    Set<String> logGroups = new HashSet<>();
    double fargate = 0;
    boolean usable = true;
    for (BillMeter meter : meters) {
      usable &= withFreeLines.contains(meter.payerAccountId());
      if (meter.meter().equals(BillMeter.FARGATE_VCPU_HOURS)) {
        fargate += meter.amount();
      } else if (meter.meter().startsWith(BillMeter.LOG_GROUP)) {
        logGroups.add(meter.meter().substring(BillMeter.LOG_GROUP.length()));
      } else {
        amounts.merge(meter.meter(), meter.amount(), Double::sum);
      }
    }
    return new BillEvidence(usable, amounts, fargate, logGroups);
  }

  private static String key(String accountId, String region) {
    return accountId + "/" + region;
  }
}
