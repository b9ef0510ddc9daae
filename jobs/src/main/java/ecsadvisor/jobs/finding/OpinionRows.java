package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SecondOpinionRow;
import ecsadvisor.jobs.table.ServiceRow;
import org.jspecify.annotations.Nullable;

/** Both sides of a comparison as one row; either may be absent. */
final class OpinionRows {
  private OpinionRows() {}

  static SecondOpinionRow row(
      String verdict,
      String why,
      String explanation,
      @Nullable RecommendationRow ours,
      @Nullable AwsOpinion theirs,
      @Nullable OpinionDifference difference,
      @Nullable ServiceRow service) {
    Double awsSavings =
        theirs == null
            ? null
            : theirs.savingsAfterDiscount() == null
                ? theirs.savingsBeforeDiscount()
                : theirs.savingsAfterDiscount();
    Double ourSavings =
        difference != null
            ? Double.valueOf(difference.oursMonthly())
            : ours == null ? null : Double.valueOf(ours.standaloneMonthlySavings());
    boolean sized = ours != null && ActionFamily.of(ours) == ActionFamily.SIZE;
    return new SecondOpinionRow(
        ours != null ? ours.accountId() : theirs == null ? "" : theirs.accountId(),
        ours != null ? ours.region() : theirs == null ? "" : theirs.region(),
        ours != null ? ours.clusterName() : service == null ? "" : service.clusterName(),
        ours != null ? ours.serviceName() : service == null ? "" : service.serviceName(),
        ours != null ? ours.resourceArn() : theirs == null ? "" : theirs.resourceArn(),
        ours != null ? ours.currentResourceType() : theirs == null ? "" : theirs.resourceType(),
        verdict,
        why,
        explanation,
        ours == null ? "" : ours.recommendationId(),
        ours == null ? "" : ours.actionTypeExtended(),
        ours != null && sized ? ours.recommendedCpuUnits() : null,
        ours != null && sized ? ours.recommendedMemoryMiB() : null,
        ourSavings,
        theirs == null ? "" : theirs.source(),
        theirs == null ? "" : theirs.recommendationId(),
        theirs == null ? "" : theirs.action().isEmpty() ? theirs.finding() : theirs.action(),
        theirs == null ? null : theirs.cpuUnits(),
        theirs == null ? null : theirs.memoryMiB(),
        awsSavings,
        difference != null && difference.comparable() && ourSavings != null && awsSavings != null
            ? Double.valueOf(ourSavings - awsSavings)
            : null,
        theirs == null || awsSavings == null
            ? ""
            : theirs.savingsAfterDiscount() == null ? "BEFORE_DISCOUNT" : "AFTER_DISCOUNT",
        theirs != null && !theirs.currency().isEmpty()
            ? theirs.currency()
            : ours == null ? "" : ours.currencyCode(),
        theirs == null ? null : theirs.refreshed(),
        theirs == null ? "" : theirs.file());
  }
}
