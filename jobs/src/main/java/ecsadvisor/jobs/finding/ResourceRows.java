package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Advice about a shared resource as a row of {@code recommendations.csv}. */
final class ResourceRows {
  private ResourceRows() {}

  /** The row, not yet with what is left of the saving after the levers before it. */
  static RecommendationRow row(String controlId, ResourceAdvice advice, Window window) {
    Proposal proposal = advice.proposal();
    Saving saving = advice.saving();
    LocalDate runDate = window.asOf();
    // The day after the last complete day is when such a run can first happen; no clock is read.
    Instant refreshed = runDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    String identity = advice.resourceArn().isEmpty() ? advice.resourceId() : advice.resourceArn();
    return new RecommendationRow(
        advice.accountId(),
        "",
        proposal.actionType(),
        advice.currency(),
        "",
        proposal.currentSummary(),
        advice.resourceType(),
        saving.monthlyCostNow(),
        saving.listCostNow(),
        saving.monthly(),
        saving.monthlyList(),
        RecommendationRows.percentage(saving.monthly(), saving.monthlyCostNow()),
        RecommendationRows.percentage(saving.monthlyList(), saving.listCostNow()),
        proposal.effort(),
        refreshed,
        RecommendationId.of(
            advice.payerAccountId(),
            advice.accountId(),
            advice.region(),
            advice.resourceType() + "/" + advice.clusterName() + "/" + identity,
            controlId,
            proposal.actionTypeExtended()),
        window.lookbackDays(),
        RecommendationRows.SOURCE,
        "",
        proposal.recommendedSummary(),
        advice.resourceType(),
        advice.region(),
        identity,
        proposal.restartNeeded(),
        proposal.rollbackPossible(),
        "",
        controlId,
        proposal.actionTypeExtended(),
        advice.clusterName(),
        "",
        "",
        advice.owner(),
        advice.environment(),
        proposal.finding(),
        proposal.reasonCodes().stream().map(ReasonCode::code).collect(Collectors.joining(";")),
        proposal.risk().label(),
        proposal.cpuUnits(),
        proposal.memoryMiB(),
        proposal.desiredCount(),
        saving.monthlyCostAfter(),
        saving.monthly(),
        0,
        null,
        null,
        null,
        null,
        advice.confidence().score(),
        advice.confidence().evidenceDays(),
        advice.confidence().coverage(),
        0,
        null,
        null,
        "Open",
        "",
        runDate,
        runDate,
        0,
        null,
        null,
        "",
        "",
        RecommendationId.hash(proposal.currentSummary(), proposal.recommendedSummary()),
        saving.rateSource().name(),
        Texts.evidence(advice.because()),
        "");
  }
}
