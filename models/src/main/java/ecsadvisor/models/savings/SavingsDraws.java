package ecsadvisor.models.savings;

import static java.util.Objects.requireNonNull;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How sure is the sum of many savings? Percentiles of single savings do not add up, so the sum is
 * drawn many times over.
 *
 * <p>A saving is drawn from a two-piece normal distribution through its tenth, fiftieth and
 * ninetieth percentile. Savings of one lever have part of their doubt in common (a price, a habit
 * of the rule), the rest is each pool's own; the draws depend on pool and lever only, so the same
 * pools give the same percentiles in any order.
 */
public final class SavingsDraws {
  /** Draws of each sum. */
  static final int DRAWS = 400;

  /** Share of a saving's variance that all savings of its lever have in common. */
  static final double COMMON_VARIANCE = 0.3;

  /** Standard normal quantile of 0.9. */
  private static final double Z90 = 1.2815515655446004;

  /** What all savings of a lever have in common. */
  private static final Map<Lever, double[]> COMMON = new EnumMap<>(Lever.class);

  static {
    for (Lever lever : Lever.values()) {
      COMMON.put(lever, normals(lever.label().hashCode()));
    }
  }

  private final Map<Lever, double[]> sums = new EnumMap<>(Lever.class);

  /**
   * A pool's savings, drawn once however many sums they are part of.
   *
   * @param savings cents by lever that saves any
   */
  public record Drawn(Map<Lever, double[]> savings) {}

  /** Draws a pool's savings. */
  public static Drawn draw(Waterfall waterfall) {
    Map<Lever, double[]> savings = new EnumMap<>(Lever.class);
    double[] left = new double[DRAWS];
    Arrays.fill(left, (double) waterfall.costCents());
    for (Waterfall.Step step : waterfall.steps()) {
      if (step.savingCents() == 0) {
        continue;
      }
      double[] drawn = new double[DRAWS];
      double[] own = normals(seed(waterfall.key(), step.lever()));
      double[] common = requireNonNull(COMMON.get(step.lever()));
      for (int draw = 0; draw < DRAWS; draw++) {
        double z =
            Math.sqrt(COMMON_VARIANCE) * common[draw] + Math.sqrt(1 - COMMON_VARIANCE) * own[draw];
        double saving = Math.max(0, step.savingCents() * factor(step.relative(), z));
        drawn[draw] = Math.min(saving, left[draw]);
        left[draw] -= drawn[draw];
      }
      savings.put(step.lever(), drawn);
    }
    return new Drawn(savings);
  }

  /** Adds a pool's savings. */
  public void add(Waterfall waterfall) {
    add(draw(waterfall));
  }

  /** Adds savings that were drawn before. */
  public void add(Drawn pool) {
    pool.savings()
        .forEach(
            (lever, drawn) -> {
              double[] sum = sums.computeIfAbsent(lever, name -> new double[DRAWS]);
              for (int draw = 0; draw < DRAWS; draw++) {
                sum[draw] += drawn[draw];
              }
            });
  }

  /** The lever's savings of all pools added so far, in currency units a month. */
  public Spread of(Lever lever) {
    double[] sum = sums.get(lever);
    return sum == null ? Spread.certain(0) : percentiles(sum);
  }

  /** The savings of all levers likewise. */
  public Spread total() {
    double[] total = new double[DRAWS];
    for (double[] sum : sums.values()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        total[draw] += sum[draw];
      }
    }
    return percentiles(total);
  }

  private static Spread percentiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        sorted[DRAWS / 10] / 100, sorted[DRAWS / 2] / 100, sorted[DRAWS * 9 / 10] / 100);
  }

  private static double factor(Spread relative, double z) {
    double side = z < 0 ? relative.p50() - relative.p10() : relative.p90() - relative.p50();
    return relative.p50() + side * z / Z90;
  }

  private static long seed(ServiceKey key, Lever lever) {
    long seed = lever.label().hashCode();
    for (String part :
        new String[] {key.accountId(), key.region(), key.clusterName(), key.serviceName()}) {
      seed = seed * 1_000_003 + part.hashCode();
    }
    return seed;
  }

  /** Standard normal draws by Box and Muller, the same on every machine. */
  private static double[] normals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] normals = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw += 2) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * StrictMath.PI * random.nextDouble();
      normals[draw] = radius * StrictMath.cos(angle);
      normals[draw + 1] = radius * StrictMath.sin(angle);
    }
    return normals;
  }
}
