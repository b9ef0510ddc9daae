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
 * @param decisions the decisions of the week, best first
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
   * @param monthlySavings what the advice that waits for somebody saves in a month
   * @param monthlySavingsSettled what the rest of the waterfall saves: dismissed, put off or done
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
      BigDecimal monthlySavingsSettled,
      BigDecimal monthlyUpsizing,
      BigDecimal billed,
      BigDecimal ecsBilled,
      @Nullable BigDecimal attributionCoverage) {}

  /** Verdicts of one framework. */
  public record Controls(String framework, long pass, long fail, long notApplicable, long noData) {}

  /**
   * One decision to take: the changes of one service or of one shared resource.
   *
   * @param recommendationIds its recommendations, in the order in which to take them
   * @param accountId the account
   * @param region the region; empty for what has none
   * @param clusterName the cluster; empty for what has none
   * @param serviceName the service; empty for a shared resource
   * @param resourceType what it is, such as {@code EcsService} or {@code LoadBalancer}
   * @param subject its name as a reader knows it
   * @param owner who is asked; empty without a tag
   * @param changes what to do, one sentence per recommendation
   * @param sentence the same in one line
   * @param currency the savings' currency
   * @param monthlySavings what the changes save together
   * @param performanceRisk the highest of the changes
   * @param window when to make the change; empty for any time
   * @param why it is among the week's decisions
   */
  public record Decision(
      List<String> recommendationIds,
      String accountId,
      String region,
      String clusterName,
      String serviceName,
      String resourceType,
      String subject,
      String owner,
      List<String> changes,
      String sentence,
      String currency,
      BigDecimal monthlySavings,
      String performanceRisk,
      String window,
      String why) {
    public Decision {
      recommendationIds = List.copyOf(recommendationIds);
      changes = List.copyOf(changes);
    }
  }

  public Summary {
    money = List.copyOf(money);
    controls = List.copyOf(controls);
    decisions = List.copyOf(decisions);
  }
}
