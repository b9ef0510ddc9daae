package ecsadvisor.jobs.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run in a few figures; the content of summary.json and what the command line prints.
 *
 * @param runDate the date in the output's folder
 * @param windowStart first day of the look-back
 * @param windowEnd last day of the look-back
 * @param headline the run in one or two sentences
 * @param money the figures of each currency, largest cost first
 * @param services number of services
 * @param servicesAdvised those with advice
 * @param servicesOptimal those with nothing to gain
 * @param servicesWithheld those whose advice is withheld
 * @param ownerCoverage share of the services' cost that has an owner tag, or null without a bill
 * @param dataCoverage share of the services' time that has utilization data, weighted by cost
 * @param reconciled whether every period, account and charge type of the bill adds up; null without
 *     a bill
 * @param controls verdicts by framework
 * @param decisions the decisions of the week, largest saving first
 */
public record Summary(
    LocalDate runDate,
    LocalDate windowStart,
    LocalDate windowEnd,
    String headline,
    List<Money> money,
    int services,
    int servicesAdvised,
    int servicesOptimal,
    int servicesWithheld,
    @Nullable BigDecimal ownerCoverage,
    @Nullable BigDecimal dataCoverage,
    @Nullable Boolean reconciled,
    List<Controls> controls,
    List<Decision> decisions) {

  /**
   * Amounts of one currency.
   *
   * @param currency its code
   * @param windowCost effective cost of the services in the look-back
   * @param monthlyCost the same as a month of 730 hours
   * @param monthlySavings what the advice saves in a month
   * @param monthlyUpsizing what the advice to give more costs in a month
   * @param billed billed total of the periods read
   * @param ecsBilled the part of it that is ECS
   * @param attributionCoverage share of the ECS part that is on a service
   */
  public record Money(
      String currency,
      BigDecimal windowCost,
      BigDecimal monthlyCost,
      BigDecimal monthlySavings,
      BigDecimal monthlyUpsizing,
      BigDecimal billed,
      BigDecimal ecsBilled,
      @Nullable BigDecimal attributionCoverage) {}

  /** Verdicts of one framework. */
  public record Controls(String framework, long pass, long fail, long notApplicable, long noData) {}

  /** One decision to take. */
  public record Decision(
      String recommendationId,
      String clusterName,
      String serviceName,
      String owner,
      String currentSize,
      String recommendedSize,
      String currency,
      BigDecimal monthlySavings,
      String performanceRisk) {}

  public Summary {
    money = List.copyOf(money);
    controls = List.copyOf(controls);
    decisions = List.copyOf(decisions);
  }
}
