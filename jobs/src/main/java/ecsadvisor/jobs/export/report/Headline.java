package ecsadvisor.jobs.export.report;

import java.math.BigDecimal;
import java.util.Map;

/** The run in a few sentences, made of figures of the tables. */
final class Headline {
  private Headline() {}

  /** What ECS costs, what could be saved, and whether the bill adds up. */
  static String sentences(ReportModel model, Totals totals, Currencies currencies) {
    String first = costAndAdvice(model, totals, currencies);
    String second = reconciliation(model, totals, currencies);
    return second.isEmpty() ? first : first + " " + second;
  }

  /** What ECS costs and what could be saved. */
  static String costAndAdvice(ReportModel model, Totals totals, Currencies currencies) {
    return cost(model, totals, currencies) + " " + advice(model, totals, currencies);
  }

  /** Whether the bill adds up; empty without a bill. */
  static String reconciliation(ReportModel model, Totals totals, Currencies currencies) {
    if (model.reconciliation().isEmpty()) {
      return "";
    }
    String bill =
        "%s over %s"
            .formatted(
                currencies.say(totals.billed), Figures.count(totals.periods, "billing period"));
    if (totals.unbalancedRows > 0) {
      return "The bill (%s) does NOT add up in %s of the reconciliation."
          .formatted(bill, Figures.count(totals.unbalancedRows, "row"));
    }
    return "Every cent of the bill (%s) is accounted for.".formatted(bill);
  }

  private static String cost(ReportModel model, Totals totals, Currencies currencies) {
    if (totals.windowCost.isEmpty()) {
      return model.services().isEmpty()
          ? "No ECS service was found in the inputs."
          : "No bill covers the %s found, so nothing here is priced from a bill."
              .formatted(Figures.count(model.services().size(), "service"));
    }
    String shared =
        totals.sharedCost.isEmpty()
            ? ""
            : ", and what they share %s".formatted(currencies.say(totals.sharedCost));
    return "ECS services cost %s a month%s.".formatted(currencies.say(totals.monthlyCost), shared);
  }

  private static String advice(ReportModel model, Totals totals, Currencies currencies) {
    if (model.services().isEmpty()) {
      return "Without services there is nothing to advise on.";
    }
    if (totals.withheld == model.services().size()
        && totals.savingAdvices + totals.upsizedServices() == 0) {
      return "No advice could be given; the section on withheld advice says what is missing.";
    }
    if (totals.savingAdvices + totals.upsizedServices() == 0) {
      return "No change is advised this week.";
    }
    String saving =
        totals.savingAdvices == 0
            ? "No saving was found"
            : "%s would save %s%s"
                .formatted(
                    Figures.count(totals.savingAdvices, "change"),
                    currencies.say(totals.savings),
                    shareOfCost(totals));
    if (totals.upsizedServices() == 0) {
      return saving + ".";
    }
    return "%s; %s more room, for %s a month."
        .formatted(
            saving,
            totals.upsizedServices() == 1
                ? "1 service needs"
                : Figures.count(totals.upsizedServices()) + " services need",
            currencies.say(totals.upsizing));
  }

  private static String shareOfCost(Totals totals) {
    if (totals.savings.size() != 1 || totals.waterfallCost.size() != 1) {
      return "";
    }
    Map.Entry<String, BigDecimal> saving = totals.savings.entrySet().iterator().next();
    BigDecimal cost = totals.waterfallCost.getOrDefault(saving.getKey(), BigDecimal.ZERO);
    Double share = Figures.ratio(saving.getValue(), cost);
    return share == null ? "" : " of that (%s)".formatted(Figures.percent(share));
  }
}
