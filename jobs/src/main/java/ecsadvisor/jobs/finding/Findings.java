package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.CheckRow;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.savings.LockedSavings;
import ecsadvisor.models.savings.Waterfall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What all controls say, put together: verdicts, recommendations with what is left of their
 * savings, and the waterfall.
 *
 * @param services rows of services.csv
 * @param controls rows of controls.csv
 * @param checks rows of checks.csv
 * @param recommendations rows of recommendations.csv
 * @param savings rows of savings.csv
 */
public record Findings(
    List<ServiceRow> services,
    List<ControlRow> controls,
    List<CheckRow> checks,
    List<RecommendationRow> recommendations,
    List<SavingsRow> savings) {

  /**
   * Puts the findings together.
   *
   * @param services what the controls of single services say ({@link CostControl})
   * @param fleet what the controls of shared things say
   * @param security what the security controls say
   */
  public static Findings of(
      List<ServiceFinding> services, FleetFinding fleet, SecurityReview security) {
    List<Waterfall> waterfalls =
        SavingsPools.waterfalls(services, fleet.shared(), fleet.instances(), fleet.resources());
    Map<ServiceKey, Waterfall> byPool = new HashMap<>();
    waterfalls.forEach(waterfall -> byPool.put(waterfall.key(), waterfall));
    SortedMap<ServiceKey, Double> locked =
        LockedSavings.monthly(
            services.stream().map(Findings::freed).toList(), fleet.commitmentUsage());

    ControlRows controlRows = new ControlRows(security.catalogue(), security.rows());
    CheckRows checkRows = new CheckRows(security.catalogue().controls(), security.checks());
    List<ServiceRow> serviceRows = new ArrayList<>();
    List<ControlRow> controls = new ArrayList<>();
    List<CheckRow> checks = new ArrayList<>();
    List<RecommendationRow> recommendations = new ArrayList<>();
    for (ServiceFinding finding : services) {
      ServiceKey key = finding.fleet().key();
      List<ControlOutcome> outcomes = new ArrayList<>(finding.controls());
      outcomes.addAll(fleet.outcomes().getOrDefault(key, List.of()));
      Waterfall waterfall = byPool.get(key);
      double saved = waterfall == null ? 0 : waterfall.savingCents() / 100.0;
      ServiceRow row = finding.service();
      SecurityFinding verdicts = security.of(key);
      List<ControlRow> verdictRows = controlRows.of(row, outcomes, verdicts);
      controls.addAll(verdictRows);
      if (verdicts != null) {
        checks.addAll(checkRows.of(verdicts));
      }
      serviceRows.add(ControlRows.withCounts(row, verdictRows, saved));
      for (LeverAdvice advice : finding.advice()) {
        recommendations.add(row(advice, waterfall, locked.get(key)));
      }
    }
    ResourceShares shares = new ResourceShares(fleet.resources(), waterfalls);
    for (ResourceFinding resource : fleet.resources()) {
      recommendations.add(row(resource, shares));
    }
    return new Findings(
        serviceRows, controls, checks, recommendations, SavingsRows.of(waterfalls, locked));
  }

  private static LockedSavings.Freed freed(ServiceFinding finding) {
    return new LockedSavings.Freed(
        finding.fleet().key(),
        finding.fleet().payerAccountId(),
        finding.fleet().hoursNow(),
        finding.fleet().hoursAfter());
  }

  /** Advice for a service with its lever's step. */
  private static RecommendationRow row(
      LeverAdvice advice, @Nullable Waterfall waterfall, @Nullable Double locked) {
    if (advice.standalone() < 0 && advice.rate() == 0) {
      return costing(advice);
    }
    if (waterfall == null) {
      // Without a bill there is no waterfall; the estimate at list price stands alone.
      double saving = Math.max(0, advice.standalone());
      return advice
          .row()
          .withSavings(saving, advice.relative().times(saving), null, patch(advice.row()));
    }
    Waterfall.Step step = waterfall.step(advice.lever());
    double saving = step.savingCents() / 100.0;
    long usage = waterfall.savingCents() - waterfall.savingCents(Lever.COMMIT);
    Double part =
        locked == null || usage == 0
            ? null
            : Double.valueOf(Math.min(saving, locked * step.savingCents() / usage));
    return advice
        .row()
        .withSavings(saving, step.relative().times(saving), part, patch(advice.row()));
  }

  /** Advice that costs money: its waterfall saving is what it costs, below zero. */
  private static RecommendationRow costing(LeverAdvice advice) {
    double cost = advice.standalone();
    return advice.row().withSavings(cost, Spread.certain(cost), null, patch(advice.row()));
  }

  /** Advice about a shared resource with its part of what its lever saves in the pools. */
  private static RecommendationRow row(ResourceFinding finding, ResourceShares shares) {
    double left = shares.left(finding);
    return finding
        .row()
        .withSavings(
            left,
            finding
                .advice()
                .saving()
                .spread()
                .relativeTo(finding.advice().saving().monthly())
                .times(left),
            null,
            patch(finding.row()));
  }

  private static String patch(RecommendationRow row) {
    return PatchFolder.of(row.recommendationId(), row.accountId(), row.region());
  }
}
