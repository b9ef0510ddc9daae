package ecsadvisor.models.security.fix;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What several fixes of one service cost together. What two of them need alike is paid once.
 *
 * @param currency the currency
 * @param monthly cost, savings not taken off
 * @param savesMonthly what they take off the present bill
 * @param oneOff what they cost once
 * @param shared whether a part is shared with other services
 * @param bounded whether the high figure holds all of it
 * @param formulas the formulas, each once
 */
public record FixTotal(
    String currency,
    Range monthly,
    double savesMonthly,
    double oneOff,
    boolean shared,
    boolean bounded,
    Set<String> formulas)
    implements Serializable {

  /**
   * The sums, one for each currency.
   *
   * @param fixes of one service, shared parts divided
   */
  public static Map<String, FixTotal> of(Collection<FixCost> fixes) {
    Map<String, PaidOnce> sums = new TreeMap<>();
    Map<String, Set<String>> formulas = new TreeMap<>();
    for (FixCost fix : fixes) {
      sums.computeIfAbsent(fix.currency(), ignored -> new PaidOnce()).add(null, fix);
      Set<String> used = formulas.computeIfAbsent(fix.currency(), ignored -> new LinkedHashSet<>());
      if (!fix.formula().isEmpty()) {
        used.add(fix.formula());
      }
    }
    Map<String, FixTotal> totals = new TreeMap<>();
    sums.forEach(
        (currency, sum) ->
            totals.put(
                currency,
                new FixTotal(
                    currency,
                    sum.monthly(),
                    sum.saves(),
                    sum.oneOff(),
                    sum.shared(),
                    sum.bounded(),
                    formulas.getOrDefault(currency, Set.of()))));
    return totals;
  }
}
