package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.savings.SavingsDraws;
import ecsadvisor.models.savings.Waterfall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The savings waterfall: what each lever takes off the monthly cost, for every service, cluster,
 * account and in total.
 *
 * <p>What services of a cluster share stands in scope SERVICE under an empty service name, what
 * clusters share under an empty cluster name too, so rows of one scope add up to the next one
 * exactly. Advice that costs money (a task that is too small) is no saving and does not appear
 * here.
 */
public final class SavingsRows {
  private static final String SEPARATOR = "\u0000";

  private SavingsRows() {}

  /**
   * The waterfall's rows: one per scope and lever, in the order of the levers.
   *
   * @param waterfalls one per service or shared pool
   * @param locked part of a service's saving that a commitment keeps paid, a month
   */
  public static List<SavingsRow> of(List<Waterfall> waterfalls, Map<ServiceKey, Double> locked) {
    Map<String, Scope> scopes = new TreeMap<>();
    for (Waterfall waterfall : waterfalls) {
      Map<Lever, Long> lockedCents = lockedCents(waterfall, locked.get(waterfall.key()));
      SavingsDraws.Drawn drawn = SavingsDraws.draw(waterfall);
      for (Scope scope : Scope.scopesOf(waterfall)) {
        scopes.computeIfAbsent(scope.sortKey(), name -> scope).add(waterfall, drawn, lockedCents);
      }
    }
    List<SavingsRow> rows = new ArrayList<>();
    scopes.values().forEach(scope -> rows.addAll(scope.rows()));
    return rows;
  }

  /** What is locked, divided among the steps in proportion to what they save. */
  private static Map<Lever, Long> lockedCents(Waterfall waterfall, @Nullable Double locked) {
    Map<Lever, Long> parts = new EnumMap<>(Lever.class);
    long usage = 0;
    for (Waterfall.Step step : waterfall.steps()) {
      usage += step.lever() == Lever.COMMIT ? 0 : step.savingCents();
    }
    if (locked == null || usage == 0) {
      return parts;
    }
    long total = Math.min(usage, Math.round(locked * 100));
    long seen = 0;
    for (Waterfall.Step step : waterfall.steps()) {
      if (step.lever() == Lever.COMMIT || step.savingCents() == 0) {
        continue;
      }
      long before = total * seen / usage;
      seen += step.savingCents();
      parts.put(step.lever(), total * seen / usage - before);
    }
    return parts;
  }

  /** A scope with its sums in cents. */
  private static final class Scope {
    private final String name;
    private final ServiceKey key;
    private final String currency;
    private final Map<Lever, Long> standalone = new EnumMap<>(Lever.class);
    private final Map<Lever, Long> saving = new EnumMap<>(Lever.class);
    private final Map<Lever, Long> locked = new EnumMap<>(Lever.class);
    private final Map<Lever, Spread> spreads = new EnumMap<>(Lever.class);
    private final @Nullable SavingsDraws draws;
    private long cost;

    private Scope(String name, ServiceKey key, String currency) {
      this.name = name;
      this.key = key;
      this.currency = currency;
      this.draws = name.equals("SERVICE") ? null : new SavingsDraws();
    }

    static List<Scope> scopesOf(Waterfall waterfall) {
      ServiceKey key = waterfall.key();
      String currency = waterfall.currency();
      return List.of(
          new Scope("TOTAL", new ServiceKey("", "", "", ""), currency),
          new Scope("ACCOUNT", new ServiceKey(key.accountId(), "", "", ""), currency),
          new Scope(
              "CLUSTER",
              new ServiceKey(key.accountId(), key.region(), key.clusterName(), ""),
              currency),
          new Scope("SERVICE", key, currency));
    }

    String sortKey() {
      return String.join(
          SEPARATOR,
          currency,
          name,
          key.accountId(),
          key.region(),
          key.clusterName(),
          key.serviceName());
    }

    void add(Waterfall waterfall, SavingsDraws.Drawn drawn, Map<Lever, Long> lockedCents) {
      cost += waterfall.costCents();
      for (Waterfall.Step step : waterfall.steps()) {
        standalone.merge(step.lever(), step.standaloneCents(), Long::sum);
        saving.merge(step.lever(), step.savingCents(), Long::sum);
      }
      lockedCents.forEach((lever, cents) -> locked.merge(lever, cents, Long::sum));
      if (draws != null) {
        draws.add(drawn);
        return;
      }
      for (Waterfall.Step step : waterfall.steps()) {
        spreads.put(step.lever(), step.relative().times(step.savingCents() / 100.0));
      }
    }

    private Spread spread(Lever lever) {
      return draws == null ? spreads.getOrDefault(lever, Spread.certain(0)) : draws.of(lever);
    }

    List<SavingsRow> rows() {
      List<SavingsRow> rows = new ArrayList<>();
      long before = cost;
      int number = 1;
      for (Lever lever : Lever.values()) {
        long saved = saving.getOrDefault(lever, 0L);
        long after = before - saved;
        Spread spread = spread(lever);
        rows.add(
            new SavingsRow(
                name,
                key.accountId(),
                key.region(),
                key.clusterName(),
                key.serviceName(),
                number++,
                lever.controlId(),
                standalone.getOrDefault(lever, 0L) / 100.0,
                saved / 100.0,
                locked.getOrDefault(lever, 0L) / 100.0,
                before / 100.0,
                after / 100.0,
                currency,
                lever.label(),
                spread.p10(),
                spread.p50(),
                spread.p90()));
        before = after;
      }
      return rows;
    }
  }
}
