package ecsadvisor.models.savings;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * What every lever takes off a pool's monthly cost, after the levers before it.
 *
 * <p>With cost {@code C} and, for a lever of rate {@code r}, addressable cost {@code A}: the lever
 * saves {@code r} of what the levers before it left of {@code min(A, C)}, so after levers {@code
 * 1..n} of one addressable part {@code A (1 - r1) … (1 - rn)} is left. Sums are taken off as they
 * are, as far as there is cost left. Everything is rounded to whole cents of what is left, so the
 * steps add up to the whole exactly:
 *
 * <pre>
 * no step is negative
 * steps of a pool sum to its cost before less its cost after
 * the sum of the steps is never above the cost
 * one more lever never lowers the sum
 * pools do not touch each other, so their order changes nothing
 * </pre>
 *
 * @param key the pool
 * @param currency the bill's currency code
 * @param costCents monthly cost before any lever
 * @param steps one entry per lever, in the order of {@link Lever}
 */
public record Waterfall(ServiceKey key, String currency, long costCents, List<Step> steps) {
  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * What one lever does.
   *
   * @param lever which
   * @param standaloneCents saved if it were the only one
   * @param savingCents saved after the levers before it
   * @param relative how sure that is, as multiples of the saving
   */
  public record Step(Lever lever, long standaloneCents, long savingCents, Spread relative) {}

  /** The waterfall of a pool. */
  public static Waterfall of(Pool pool) {
    long cost = cents(pool.monthlyCost());
    long left = cost;
    double kept = 1;
    List<Step> steps = new ArrayList<>();
    for (Lever lever : Lever.values()) {
      double standalone = 0;
      double saving = 0;
      Spread relative = Spread.certain(1);
      for (Pool.Rate rate : pool.rates()) {
        if (rate.lever() == lever) {
          double addressable = Math.min(rate.addressable(), pool.monthlyCost()) * kept;
          standalone += rate.standalone();
          relative = rate.relative();
          saving += addressable * rate.rate();
          kept *= 1 - rate.rate();
        }
      }
      for (Pool.Amount amount : pool.amounts()) {
        if (amount.lever() == lever) {
          standalone += amount.standalone();
          relative = amount.relative();
          saving += amount.saving();
        }
      }
      long taken = Math.min(left, Math.max(0, cents(saving)));
      left -= taken;
      steps.add(new Step(lever, Math.max(0, cents(standalone)), taken, relative));
    }
    return new Waterfall(pool.key(), pool.currency(), cost, steps);
  }

  /** What all levers save together. */
  public long savingCents() {
    return steps.stream().mapToLong(Step::savingCents).sum();
  }

  /** What one lever saves after those before it. */
  public long savingCents(Lever lever) {
    return step(lever).savingCents();
  }

  /** The step of a lever. */
  public Step step(Lever lever) {
    for (Step step : steps) {
      if (step.lever() == lever) {
        return step;
      }
    }
    throw new IllegalStateException("Every lever has a step: " + lever);
  }

  private static long cents(double money) {
    return Math.round(money * 100);
  }
}
