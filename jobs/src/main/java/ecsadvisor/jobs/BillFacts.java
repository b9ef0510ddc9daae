package ecsadvisor.jobs;

import ecsadvisor.jobs.fact.SpendCommitmentUsage;
import ecsadvisor.jobs.fact.SpendCommitments;
import ecsadvisor.jobs.fact.SpendMeters;
import ecsadvisor.jobs.fact.SpendRates;
import ecsadvisor.jobs.fact.SpendResources;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.BillRates;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the bill says beyond single services.
 *
 * @param resources shared resources
 * @param commitmentUsage what commitments could cover, in the window
 * @param commitments the commitments
 * @param rates what Fargate costs in each account and region
 * @param meters usage in the window that proves something about security
 */
public record BillFacts(
    List<ResourceSpend> resources,
    List<CommitmentUsage> commitmentUsage,
    List<Commitment> commitments,
    BillRates rates,
    List<BillMeter> meters) {

  /** The facts of folded lines; nothing without a bill. */
  static BillFacts of(@Nullable Dataset<Row> folded, Window window) {
    if (folded == null) {
      return new BillFacts(List.of(), List.of(), List.of(), BillRates.NONE, List.of());
    }
    return new BillFacts(
        SpendResources.of(folded),
        SpendCommitmentUsage.of(folded).stream()
            .filter(usage -> window.contains(usage.day()))
            .toList(),
        SpendCommitments.of(folded),
        SpendRates.of(folded, window),
        SpendMeters.of(folded, window));
  }
}
