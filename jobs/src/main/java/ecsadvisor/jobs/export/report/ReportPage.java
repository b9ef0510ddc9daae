package ecsadvisor.jobs.export.report;

import java.util.List;

/**
 * The review as its templates print it: every value is text or a figure.
 *
 * @param runDate the run's date
 * @param period the look-back in words
 * @param headline what ECS costs and what could be saved
 * @param reconciled whether the bill adds up; empty without a bill
 * @param tiles key figures
 * @param decisions the decisions of the week
 * @param upsizingCount services that need more; decisions too, but they cost
 * @param forecast what the month will cost
 * @param anomalies costs that left what was expected
 * @param cost cost per service
 * @param sizing advice on size
 * @param savings the waterfall
 * @param levers the evidence of the other levers
 * @param advice all recommendations
 * @param controls verdicts by framework
 * @param security what raises the score of the security rows, for how much
 * @param reconciliation where the bill's money went
 * @param health what is not known
 * @param method how the figures came about
 */
public record ReportPage(
    String runDate,
    String period,
    String headline,
    String reconciled,
    List<Tile> tiles,
    List<DecisionLine> decisions,
    int upsizingCount,
    ForecastSection forecast,
    AnomaliesSection anomalies,
    CostSection cost,
    SizingSection sizing,
    SavingsSection savings,
    LeverSections levers,
    AdviceSection advice,
    ControlsSection controls,
    SecurityStepsSection security,
    ReconciliationSection reconciliation,
    HealthSection health,
    MethodSection method) {

  static ReportPage of(ReportModel model) {
    Totals totals = Totals.of(model);
    Currencies currencies = Currencies.of(model);
    SizingSection sizing = SizingSection.of(model, currencies);
    return new ReportPage(
        model.facts().runDate().toString(),
        model.facts().windowStart() + " to " + model.facts().windowEnd(),
        Headline.costAndAdvice(model, totals, currencies),
        Headline.reconciliation(model, totals, currencies),
        Tiles.of(model, totals, currencies),
        DecisionLine.of(model, sizing),
        totals.upsizedServices(),
        ForecastSection.of(model, currencies),
        AnomaliesSection.of(model, currencies),
        CostSection.of(model, totals, currencies),
        sizing,
        SavingsSection.of(model, totals, currencies),
        LeverSections.of(model, currencies),
        AdviceSection.of(model, currencies),
        ControlsSection.of(model),
        SecurityStepsSection.of(model),
        ReconciliationSection.of(model),
        HealthSection.of(model, currencies),
        MethodSection.of(model.facts()));
  }
}
