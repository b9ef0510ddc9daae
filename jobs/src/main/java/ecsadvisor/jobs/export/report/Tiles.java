package ecsadvisor.jobs.export.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The key figures under the headline. */
final class Tiles {
  private Tiles() {}

  static List<Tile> of(ReportModel model, Totals totals, Currencies currencies) {
    return List.of(
        new Tile(
            "ECS cost in the window",
            currencies.say(totals.windowCost),
            "effective cost of the services"
                + (totals.unusedCost.isEmpty()
                    ? ""
                    : "; unused instance capacity beside it: " + currencies.say(totals.unusedCost)),
            "cost"),
        new Tile(
            "Monthly run-rate",
            currencies.say(totals.monthlyCost),
            "the same as a month of 730 hours",
            "cost"),
        new Tile(
            "Savings found",
            currencies.say(totals.savings),
            savingsNote(totals, currencies),
            "saving"),
        new Tile(
            "Services",
            Figures.count(model.services().size()),
            "%s advised · %s optimal · %s withheld"
                .formatted(
                    Figures.count(totals.advised),
                    Figures.count(totals.optimal),
                    Figures.count(totals.withheld)),
            ""),
        new Tile(
            "Attribution",
            attribution(totals),
            totals.ecsBilled.isEmpty()
                ? "no bill to attribute"
                : "of ECS's part of the bill is on a service; %s of service cost has an owner"
                    .formatted(percent(totals.ownerCoverage())),
            ""),
        new Tile(
            "Data coverage",
            percent(totals.dataCoverage()),
            "of the services' minutes have utilization data"
                + (totals.windowCost.isEmpty() ? "" : ", weighted by cost"),
            ""));
  }

  private static String savingsNote(Totals totals, Currencies currencies) {
    String note = "a month, from " + Figures.count(totals.savingAdvices, "change");
    if (!totals.settled.isEmpty()) {
      note += "; %s more is dismissed, put off or done".formatted(currencies.say(totals.settled));
    }
    return totals.savings.isEmpty() ? note : note + "; their intervals are with the levers";
  }

  private static String attribution(Totals totals) {
    if (totals.ecsBilled.isEmpty()) {
      return Figures.NOTHING;
    }
    return totals.ecsBilled.keySet().stream()
        .map(currency -> percent(totals.attributionCoverage(currency)))
        .collect(Collectors.joining(" / "));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? Figures.NOTHING : Figures.percent(share);
  }
}
