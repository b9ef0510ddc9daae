package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.anomaly.CostAnomaly;
import ecsadvisor.models.cost.anomaly.Forecast;
import ecsadvisor.models.cost.commitment.CommitmentOption;
import ecsadvisor.models.cost.packing.PackedPool;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.ServiceKey;
import java.util.List;
import java.util.Map;

/**
 * What the controls of shared things say.
 *
 * @param outcomes one outcome per service and row of the catalogue that such controls answer
 * @param resources advice about shared resources
 * @param shared what shared resources cost
 * @param instances the instances of clusters, priced with every subset of their levers
 * @param commitmentUsage what commitments could cover
 * @param packedPools the instances of each capacity provider, now and packed
 * @param commitments the ways to commit
 * @param anomalies costs that left what was expected
 * @param forecasts where the month ends
 */
public record FleetFinding(
    Map<ServiceKey, List<ControlOutcome>> outcomes,
    List<ResourceFinding> resources,
    List<SharedCost> shared,
    List<InstancePool> instances,
    List<CommitmentUsage> commitmentUsage,
    List<PackedPool> packedPools,
    List<CommitmentOption> commitments,
    List<CostAnomaly> anomalies,
    List<Forecast> forecasts) {
  public FleetFinding {
    outcomes = Map.copyOf(outcomes);
    resources = List.copyOf(resources);
    shared = List.copyOf(shared);
    instances = List.copyOf(instances);
    commitmentUsage = List.copyOf(commitmentUsage);
    packedPools = List.copyOf(packedPools);
    commitments = List.copyOf(commitments);
    anomalies = List.copyOf(anomalies);
    forecasts = List.copyOf(forecasts);
  }
}
