package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.SecurityStepRow;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.fix.PortfolioStep;
import ecsadvisor.models.security.fix.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of security_steps.csv. */
public final class SecurityStepRows {
  private static final int NAMES_SHOWN = 20;

  private SecurityStepRows() {}

  /** The steps of a review, numbered. */
  public static List<SecurityStepRow> of(SecurityReview review) {
    Map<String, Check> checks = new HashMap<>();
    review.checks().forEach(check -> checks.put(check.id(), check));
    List<SecurityStepRow> rows = new ArrayList<>();
    for (PortfolioStep step : review.fixes().steps()) {
      rows.add(row(rows.size() + 1, step, checks.get(step.check())));
    }
    return rows;
  }

  private static SecurityStepRow row(int number, PortfolioStep step, @Nullable Check check) {
    Score before = all(step.before());
    Score after = all(step.after());
    return new SecurityStepRow(
        number,
        step.check(),
        check == null ? "" : check.statement(),
        check == null ? "" : check.remedy(),
        step.services().size(),
        names(step.services()),
        step.turned().stream()
            .map(turned -> turned.framework() + "/" + turned.control() + "=" + turned.services())
            .collect(Collectors.joining("; ")),
        step.turned().stream().mapToInt(PortfolioStep.Turned::services).sum(),
        step.currency(),
        step.monthly().low(),
        step.monthly().expected(),
        step.bounded() ? Double.valueOf(step.monthly().high()) : null,
        step.savesMonthly(),
        step.monthlySoFar().expected() - step.savesSoFar(),
        known(before.score()),
        known(after.score()),
        known(after.coverage()),
        scores(step.before()),
        scores(step.after()));
  }

  private static Score all(SortedMap<Framework, Score> scores) {
    return scores.values().stream().reduce(Score.NONE, Score::plus);
  }

  private static @Nullable Double known(double share) {
    return Double.isNaN(share) ? null : Double.valueOf(share);
  }

  private static String names(List<ServiceKey> services) {
    String names =
        services.stream()
            .limit(NAMES_SHOWN)
            .map(key -> key.clusterName() + "/" + key.serviceName())
            .collect(Collectors.joining("; "));
    int more = services.size() - NAMES_SHOWN;
    return more > 0 ? names + "; and " + more + " more" : names;
  }

  private static String scores(SortedMap<Framework, Score> scores) {
    return scores.entrySet().stream()
        .map(one -> String.format(Locale.ROOT, "%s=%.4f", one.getKey(), one.getValue().score()))
        .collect(Collectors.joining("; "));
  }
}
