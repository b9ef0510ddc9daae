package ecsadvisor.models.cost.anomaly;

import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.UsageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What moved when a service's costs did: the kind of charge that rose most, whether by amount or by
 * price, and the revision deployed at that time.
 *
 * @param kind the kind of charge
 * @param share its part of the whole rise
 * @param byUsage whether more was used; else it cost more
 * @param words all of it in words
 */
public record RootCause(UsageKind kind, double share, boolean byUsage, String words) {
  private static final int DAYS_BEFORE = 14;
  private static final int DEPLOYED_DAYS = 2;

  /**
   * The cause of an excess.
   *
   * @param offset index of the series' first day in the costs
   * @param deployments the service's deployments
   */
  public static RootCause of(
      ServiceCosts costs,
      int offset,
      Excess excess,
      LocalDate day,
      List<Deployment> deployments,
      String currency) {
    int from = excess.from() + offset;
    int to = excess.to() + offset;
    int before = Math.max(0, from - DAYS_BEFORE);
    double usual = 0;
    for (double[] kind : costs.costs().values()) {
      usual += sum(kind, before, from);
    }
    // The days before, as many and of the same weekdays as those of the excess.
    double scale = usual <= 0 ? 0 : excess.expected() / usual;
    UsageKind worst = UsageKind.OTHER;
    double most = Double.NEGATIVE_INFINITY;
    double rises = 0;
    for (Map.Entry<UsageKind, double[]> kind : costs.costs().entrySet()) {
      double rise = sum(kind.getValue(), from, to) - scale * sum(kind.getValue(), before, from);
      rises += Math.max(0, rise);
      if (rise > most) {
        most = rise;
        worst = kind.getKey();
      }
    }
    double[] cost = costs.costs().getOrDefault(worst, new double[0]);
    double[] usage = costs.usage(worst);
    double costBefore = scale * sum(cost, before, from);
    double usageBefore = scale * sum(usage, before, from);
    double costNow = sum(cost, from, to);
    double usageNow = sum(usage, from, to);
    double usageRise = usageBefore <= 0 ? 0 : usageNow / usageBefore - 1;
    double priceRise =
        usageBefore <= 0 || usageNow <= 0 || costBefore <= 0
            ? 0
            : costNow / usageNow / (costBefore / usageBefore) - 1;
    boolean isNew = costBefore <= 0;
    boolean byUsage = isNew ? usageNow > 0 : usageRise > 0 && usageRise >= priceRise;
    double share = rises <= 0 ? 0 : Math.max(0, most) / rises;
    String words =
        String.format(
            Locale.ROOT,
            "%s: %s %+.2f %s a day, %.0f %% of the rise%s%s",
            byUsage ? "USAGE" : "RATE",
            worst,
            most / (to - from),
            currency,
            100 * share,
            isNew
                ? ", not there before"
                : String.format(
                    Locale.ROOT,
                    "; usage %+.0f %%, price %+.0f %%",
                    100 * usageRise,
                    100 * priceRise),
            deployed(deployments, day));
    return new RootCause(worst, share, byUsage, words);
  }

  private static String deployed(List<Deployment> deployments, LocalDate day) {
    for (Deployment deployment : deployments) {
      Instant created = deployment.createdAt();
      if (created == null) {
        continue;
      }
      LocalDate on = LocalDate.ofInstant(created, ZoneOffset.UTC);
      if (!on.isBefore(day.minusDays(DEPLOYED_DAYS)) && !on.isAfter(day.plusDays(1))) {
        String arn = deployment.taskDefinitionArn();
        return "; " + arn.substring(arn.lastIndexOf('/') + 1) + " deployed on " + on;
      }
    }
    return "";
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < Math.min(to, values.length); i++) {
      sum += values[i];
    }
    return sum;
  }
}
