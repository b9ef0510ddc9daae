package ecsadvisor.jobs.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change as a row of {@code recommendations.csv}. */
final class RecommendationRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String SOURCE = "EcsCostAdvisor";
  private static final String RESOURCE_TYPE = "EcsService";

  private RecommendationRows() {}

  static RecommendationRow row(
      ServiceView view,
      String controlId,
      Advice.Change change,
      Saving standalone,
      String priceCurrency) {
    ServiceFacts facts = view.facts();
    ServiceKey key = facts.key();
    Proposal proposal = change.proposal();
    Saving saving = change.saving();
    BacktestResult backtest = change.backtest();
    Spend spend = facts.spend();
    LocalDate runDate = facts.window().asOf();
    // The day after the last complete day is when such a run can first happen; no clock is read.
    Instant refreshed = runDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    String id =
        RecommendationId.of(
            spend == null ? "" : spend.payerAccountId(),
            key.accountId(),
            key.region(),
            view.arn(),
            controlId,
            proposal.actionTypeExtended());
    // What a proposal leaves alone stays as it is.
    Integer cpuUnits = proposal.cpuUnits() == null ? view.cpuUnits() : proposal.cpuUnits();
    Integer memoryMiB = proposal.memoryMiB() == null ? view.memoryMiB() : proposal.memoryMiB();
    return new RecommendationRow(
        key.accountId(),
        "",
        proposal.actionType(),
        spend == null ? priceCurrency : spend.currency(),
        details(view.cpuUnits(), view.memoryMiB(), view.architecture()),
        proposal.currentSummary(),
        RESOURCE_TYPE,
        saving.monthlyCostNow(),
        saving.listCostNow(),
        saving.monthly(),
        saving.monthlyList(),
        percentage(saving.monthly(), saving.monthlyCostNow()),
        percentage(saving.monthlyList(), saving.listCostNow()),
        proposal.effort(),
        refreshed,
        id,
        facts.window().lookbackDays(),
        SOURCE,
        details(cpuUnits, memoryMiB, view.architecture()),
        proposal.recommendedSummary(),
        RESOURCE_TYPE,
        key.region(),
        view.arn(),
        proposal.restartNeeded(),
        proposal.rollbackPossible(),
        tags(facts),
        controlId,
        proposal.actionTypeExtended(),
        key.clusterName(),
        key.serviceName(),
        view.launchType().name(),
        facts.owner(),
        facts.environment(),
        proposal.finding(),
        proposal.reasonCodes().stream().map(ReasonCode::code).collect(Collectors.joining(";")),
        proposal.risk().label(),
        cpuUnits,
        memoryMiB,
        proposal.desiredCount(),
        saving.monthlyCostAfter(),
        standalone.monthly(),
        0,
        null,
        null,
        null,
        null,
        change.confidence().score(),
        change.confidence().evidenceDays(),
        change.confidence().coverage(),
        backtest.days(),
        backtest.days() == 0 ? null : backtest.cpuOverShare(),
        backtest.days() == 0 ? null : backtest.outOfMemoryDays(),
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
        Texts.evidence(change.because()),
        proposal.containers().stream()
            .map(RecommendationRows::text)
            .collect(Collectors.joining("; ")));
  }

  static double percentage(double part, double whole) {
    return whole == 0 ? 0 : 100 * part / whole;
  }

  /** JSON in the shape that AWS's export has; all values are numbers or from a closed list. */
  private static String details(
      @Nullable Integer cpuUnits, @Nullable Integer memoryMiB, String architecture) {
    if (cpuUnits == null || memoryMiB == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "{\"ecsService\":{\"configuration\":{\"compute\":{\"architecture\":\"%s\","
            + "\"memorySizeInMB\":%d,\"vCpu\":%.3f}}}}",
        architecture,
        memoryMiB,
        cpuUnits / 1024.0);
  }

  private static String text(ContainerProposal container) {
    StringBuilder text = new StringBuilder(container.container()).append(':');
    append(text, " cpu ", container.cpuUnits());
    append(text, " memory ", container.memoryMiB());
    append(text, " memoryReservation ", container.memoryReservationMiB());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable Integer value) {
    if (value != null) {
      text.append(name).append(value);
    }
  }

  /** The service's tags as a JSON object, the shape of AWS's export; empty without an inventory. */
  private static String tags(ServiceFacts facts) {
    if (facts.config() == null) {
      return "";
    }
    SortedMap<String, String> tags = new TreeMap<>();
    facts.config().tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    try {
      return JSON.writeValueAsString(tags);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always JSON", e);
    }
  }
}
