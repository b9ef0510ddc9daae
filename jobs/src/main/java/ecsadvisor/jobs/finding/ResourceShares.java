package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.savings.Waterfall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of the saving of advice about a shared resource: its part of what its lever saves in
 * the pools where it belongs.
 *
 * <pre>left = lever's saving there * saving / sum of savings advised there</pre>
 */
final class ResourceShares {
  private static final ServiceKey EVERYWHERE = new ServiceKey("", "", "", "");

  /** Where a lever's savings are one sum. */
  private record Place(Lever lever, String currency, ServiceKey key) {}

  private final Map<Place, Double> asked = new HashMap<>();
  private final Map<Place, Double> got = new HashMap<>();

  ResourceShares(List<ResourceFinding> resources, List<Waterfall> waterfalls) {
    for (ResourceFinding finding : resources) {
      Lever lever = finding.lever();
      if (lever != null) {
        asked.merge(
            place(finding, lever), Math.max(0, finding.advice().saving().monthly()), Double::sum);
      }
    }
    for (Waterfall waterfall : waterfalls) {
      for (Waterfall.Step step : waterfall.steps()) {
        add(waterfall, step);
      }
    }
  }

  /** Packing and commitments are credited to services; their advice has the sum over all pools. */
  private void add(Waterfall waterfall, Waterfall.Step step) {
    ServiceKey key = waterfall.key();
    boolean isCommitment = step.lever() == Lever.COMMIT;
    if (!isCommitment && step.lever() != Lever.PACK && !key.serviceName().isEmpty()) {
      return;
    }
    ServiceKey where =
        isCommitment
            ? EVERYWHERE
            : new ServiceKey(key.accountId(), key.region(), key.clusterName(), "");
    got.merge(
        new Place(step.lever(), waterfall.currency(), where),
        step.savingCents() / 100.0,
        Double::sum);
  }

  /** What is left of its saving, currency units a month. */
  double left(ResourceFinding finding) {
    double saving = finding.advice().saving().monthly();
    Lever lever = finding.lever();
    if (lever == null || saving <= 0) {
      return 0;
    }
    Place place = place(finding, lever);
    double all = asked.getOrDefault(place, 0.0);
    return all <= 0 ? 0 : got.getOrDefault(place, 0.0) * saving / all;
  }

  private static Place place(ResourceFinding finding, Lever lever) {
    ServiceKey key = lever == Lever.COMMIT ? EVERYWHERE : SharedCost.keyOf(finding.advice());
    return new Place(lever, finding.advice().currency(), key);
  }
}
