package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.CommitmentAdvice;
import ecsadvisor.models.cost.CostWatch;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetAdvice;
import ecsadvisor.models.cost.FleetControl;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.packing.PackedPool;
import ecsadvisor.models.cost.packing.PackingAdvice;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Lever;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the controls of shared things, commitments last, as they are for what the others leave. */
public final class FleetJudge {
  private final Fleet fleet;
  private final SortedMap<ServiceKey, List<ControlOutcome>> outcomes = new TreeMap<>();
  private final List<ResourceFinding> resources = new ArrayList<>();

  private FleetJudge(Fleet fleet) {
    this.fleet = fleet;
  }

  /** What they say. */
  public static FleetFinding judge(Fleet fleet, FleetControls controls) {
    return new FleetJudge(fleet).finding(controls);
  }

  private FleetFinding finding(FleetControls controls) {
    PackingAdvice packing = controls.packing().plan(fleet);
    add(controls.packing(), Lever.PACK, packing.advice());
    add(controls.loadBalancers(), Lever.LOAD_BALANCERS, controls.loadBalancers().advise(fleet));
    add(controls.images(), Lever.IMAGES, controls.images().advise(fleet));
    CommitmentAdvice commitments =
        controls.commitments().plan(fleet, keptByFamily(packing.pools()));
    add(controls.commitments(), Lever.COMMIT, commitments.advice());
    CostWatch watch = controls.watching().watch(fleet);
    add(controls.watching(), null, watch.advice());
    return new FleetFinding(
        outcomes,
        resources,
        SharedCosts.of(fleet, resources),
        InstancePools.of(packing.pools(), fleet.services()),
        fleet.commitmentUsage(),
        packing.pools(),
        commitments.options(),
        watch.anomalies(),
        watch.forecasts());
  }

  private void add(FleetControl control, @Nullable Lever lever, FleetAdvice advice) {
    advice
        .verdicts()
        .forEach(
            (key, verdict) ->
                outcomes
                    .computeIfAbsent(key, service -> new ArrayList<>())
                    .add(outcome(control, verdict)));
    advice
        .resources()
        .forEach(
            resource ->
                resources.add(
                    new ResourceFinding(
                        lever,
                        resource,
                        ResourceRows.row(control.id(), resource, fleet.window()))));
  }

  private static ControlOutcome outcome(FleetControl control, Advice advice) {
    return ControlOutcome.of(control.id(), advice);
  }

  /**
   * Share of each EC2 family's cost that packing leaves, 0..1; families it does not touch: none.
   */
  private static Map<String, Double> keptByFamily(List<PackedPool> pools) {
    Map<String, double[]> costs = new HashMap<>();
    for (PackedPool pool : pools) {
      if (!pool.advised()) {
        continue;
      }
      for (PackedPool.Row row : pool.rows()) {
        String family = row.instanceType().replaceAll("\\..*", "");
        double[] sums = costs.computeIfAbsent(family, name -> new double[2]);
        sums[0] += row.monthlyCostNow();
        sums[1] += row.monthlyCostProposed();
      }
    }
    Map<String, Double> kept = new HashMap<>();
    costs.forEach(
        (family, sums) -> {
          if (sums[0] > 0) {
            kept.put(family, Math.min(1, sums[1] / sums[0]));
          }
        });
    return kept;
  }
}
