package ecsadvisor.models.security.fix;

import ecsadvisor.models.finding.Evidence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What several fixes of one service cost together. What two of them need alike is paid once.
 *
 * @param currency the currency
 * @param monthly cost, savings not taken off
 * @param savesMonthly what they take off the present bill
 * @param shared whether a part is shared with other services
 * @param bounded whether the high figure holds all of it
 * @param formulas the formulas, each once
 * @param inputs the figures behind them, those that are assumed marked so
 * @param priceSources where the prices come from
 * @param effort the largest effort of any
 */
public record FixTotal(
    String currency,
    Range monthly,
    double savesMonthly,
    boolean shared,
    boolean bounded,
    Set<String> formulas,
    Set<Evidence> inputs,
    Set<String> priceSources,
    Effort effort)
    implements Serializable {

  /**
   * The sums, one for each currency.
   *
   * @param fixes of one service, shared parts divided
   */
  public static Map<String, FixTotal> of(Collection<FixCost> fixes) {
    Map<String, List<FixCost>> byCurrency = new TreeMap<>();
    for (FixCost fix : fixes) {
      byCurrency.computeIfAbsent(fix.currency(), currency -> new ArrayList<>()).add(fix);
    }
    Map<String, FixTotal> totals = new TreeMap<>();
    byCurrency.forEach((currency, own) -> totals.put(currency, total(currency, own)));
    return totals;
  }

  private static FixTotal total(String currency, List<FixCost> fixes) {
    PaidOnce sum = new PaidOnce();
    Set<String> formulas = new LinkedHashSet<>();
    Set<Evidence> inputs = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    Effort effort = Effort.SMALL;
    for (FixCost fix : fixes) {
      sum.add(null, fix);
      formulas.add(fix.formula());
      inputs.addAll(fix.inputs());
      sources.add(fix.priceSource());
      effort = fix.effort().compareTo(effort) > 0 ? fix.effort() : effort;
    }
    formulas.remove("");
    sources.remove("");
    return new FixTotal(
        currency,
        sum.monthly(),
        sum.saves(),
        sum.shared(),
        sum.bounded(),
        formulas,
        inputs,
        sources,
        effort);
  }
}
