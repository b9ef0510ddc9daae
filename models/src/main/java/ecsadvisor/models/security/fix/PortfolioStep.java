package ecsadvisor.models.security.fix;

import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One fix for all services that need it, after those of the steps before.
 *
 * @param check the check that does not fail any more
 * @param currency currency of all amounts; services in another one are a step of their own
 * @param services the services, ordered
 * @param turned rows that pass after it
 * @param monthly what it costs beyond the steps before, savings not taken off
 * @param savesMonthly what it takes off the present bill beyond the steps before
 * @param bounded whether the high figure holds all of it
 * @param monthlySoFar the cost of all steps up to this one in its currency, savings not taken off
 * @param savesSoFar what they save in its currency
 * @param before how each framework stands before it
 * @param after how each framework stands after it
 */
public record PortfolioStep(
    String check,
    String currency,
    List<ServiceKey> services,
    List<Turned> turned,
    Range monthly,
    double savesMonthly,
    boolean bounded,
    Range monthlySoFar,
    double savesSoFar,
    SortedMap<Framework, Score> before,
    SortedMap<Framework, Score> after)
    implements Serializable {
  public PortfolioStep {
    services = List.copyOf(services);
    turned = List.copyOf(turned);
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
  }

  /** What it is expected to cost a month with its savings taken off. */
  public double netMonthly() {
    return monthly.expected() - savesMonthly;
  }

  /**
   * Rows of a control that pass after a step.
   *
   * @param services for how many services
   */
  public record Turned(Framework framework, String control, int services) implements Serializable {}
}
