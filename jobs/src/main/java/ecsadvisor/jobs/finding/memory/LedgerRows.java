package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.models.ledger.Calibration;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.Measured;
import ecsadvisor.models.ledger.Realized;
import ecsadvisor.models.ledger.Standing;
import ecsadvisor.models.ledger.Status;
import ecsadvisor.models.ledger.StatusReason;
import ecsadvisor.models.ledger.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entries of the memory as rows of ledger.csv, and back. */
public final class LedgerRows {
  private LedgerRows() {}

  static LedgerRow row(LedgerEntry entry, Calibration calibration) {
    Subject subject = entry.subject();
    Standing standing = entry.standing();
    Realized realized = entry.realized();
    Measured baseline = entry.baseline();
    return new LedgerRow(
        subject.recommendationId(),
        standing.status().label(),
        standing.reason() == StatusReason.NONE ? "" : standing.reason().name(),
        entry.firstSeen(),
        entry.lastSeen(),
        entry.weeksOpen(),
        entry.daysOpen(),
        entry.missedToDate(),
        subject.controlId(),
        subject.action(),
        subject.accountId(),
        subject.region(),
        subject.clusterName(),
        subject.serviceName(),
        subject.resourceArn(),
        subject.owner(),
        subject.environment(),
        subject.currency(),
        entry.estimatedMonthlyAtFirst(),
        entry.estimatedMonthlyLast(),
        calibration.calibrated(entry.estimatedMonthlyLast()),
        calibration.factor(),
        entry.partlyOn(),
        entry.implementedOn(),
        realized.monthly(),
        realized.rawMonthly(),
        realized.atFormerUsageMonthly(),
        realized.errorMonthly(),
        realized.days(),
        realized.shared(),
        realized.confounders(),
        realized.earlierTotal(),
        realized.total(),
        standing.since(),
        standing.note(),
        standing.author(),
        standing.decidedOn(),
        standing.blockedUntil(),
        standing.estimateThen(),
        standing.spentThrough(),
        entry.formerSetup(),
        entry.advisedSetup(),
        baseline == null ? null : baseline.from(),
        baseline == null ? null : baseline.through(),
        baseline == null ? null : baseline.cost(),
        baseline == null ? null : baseline.taskHours(),
        baseline == null ? null : baseline.reservedVcpuHours(),
        baseline == null ? null : baseline.taskHourError(),
        baseline == null ? null : baseline.vcpuHourError(),
        baseline == null ? null : baseline.dayError(),
        baseline == null ? null : baseline.loadPerDay(),
        baseline == null ? null : baseline.costPerLoad(),
        baseline == null ? null : baseline.costPerLoadError(),
        baseline == null ? "" : baseline.size(),
        baseline == null ? "" : baseline.architecture(),
        baseline == null ? "" : baseline.launchType(),
        baseline == null ? null : baseline.spotShare(),
        baseline == null ? null : baseline.coveredShare(),
        baseline == null ? null : baseline.listRate(),
        baseline != null && baseline.autoScaled(),
        entry.asOf());
  }

  /**
   * The entry of a row.
   *
   * @throws IllegalArgumentException where a word of the row is not known
   */
  public static LedgerEntry entry(LedgerRow row) {
    return new LedgerEntry(
        row.asOf(),
        new Subject(
            row.recommendationId(),
            row.controlId(),
            row.actionTypeExtended(),
            row.accountId(),
            row.region(),
            row.clusterName(),
            row.serviceName(),
            row.resourceArn(),
            row.owner(),
            row.environment(),
            row.currency()),
        new Standing(
            status(row.status()),
            row.statusReason().isEmpty()
                ? StatusReason.NONE
                : StatusReason.valueOf(row.statusReason()),
            row.statusSince(),
            row.decisionNote(),
            row.decisionAuthor(),
            row.decidedOn(),
            row.blockedUntil(),
            row.estimateWhenDecided(),
            row.decisionsSpentThrough()),
        row.firstSeenDate(),
        row.lastSeenDate(),
        row.daysOpen(),
        row.costOfDelay(),
        row.estimatedMonthlyAtFirst(),
        row.estimatedMonthly(),
        row.formerSetup(),
        row.advisedSetup(),
        baseline(row),
        row.partlyImplementedDate(),
        row.implementedDate(),
        new Realized(
            row.realizedMonthlySavings(),
            row.realizedRawMonthlySavings(),
            row.realizedAtFormerUsageMonthly(),
            row.realizedErrorMonthly(),
            row.realizedDays(),
            row.realizedShared(),
            row.confounders(),
            row.realizedEarlierTotal(),
            row.realizedTotal()));
  }

  private static Status status(String label) {
    return Arrays.stream(Status.values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown status " + label));
  }

  private static @Nullable Measured baseline(LedgerRow row) {
    LocalDate from = row.baselineFrom();
    LocalDate through = row.baselineThrough();
    if (from == null || through == null) {
      return null;
    }
    return new Measured(
        from,
        through,
        zero(row.baselineCost()),
        zero(row.baselineTaskHours()),
        zero(row.baselineVcpuHours()),
        zero(row.baselineTaskHourError()),
        zero(row.baselineVcpuHourError()),
        zero(row.baselineDayError()),
        row.baselineLoadPerDay(),
        zero(row.baselineCostPerLoad()),
        zero(row.baselineCostPerLoadError()),
        row.baselineSize(),
        row.baselineArchitecture(),
        row.baselineLaunchType(),
        row.baselineSpotShare(),
        row.baselineCoveredShare(),
        row.baselineListRate(),
        row.baselineAutoScaled());
  }

  private static double zero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
