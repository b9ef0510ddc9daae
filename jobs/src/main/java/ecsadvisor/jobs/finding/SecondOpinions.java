package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SecondOpinionRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ServiceConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our recommendations against AWS's, resource by resource.
 *
 * <pre>
 * AGREE           both ask for the same, or both see nothing to do
 * DIFFER          both speak of it; why says in what: ACTION, SIZE, SAVING, FINDING, CURRENCY
 * MISSING_AT_AWS  we recommend, AWS does not
 * MISSING_HERE    AWS recommends, we do not
 * </pre>
 */
public final class SecondOpinions {
  private final Map<String, List<RecommendationRow>> ours = new HashMap<>();
  private final Map<String, ServiceRow> services = new HashMap<>();
  private final Map<String, String> revisions = new HashMap<>();
  private final Map<String, String> silences = new HashMap<>();
  private final Set<String> matched = new HashSet<>();
  private final OpinionKeys keys;
  private final List<SecondOpinionRow> rows = new ArrayList<>();

  private SecondOpinions(
      List<ServiceFinding> findings,
      Collection<RecommendationRow> recommendations,
      Collection<ClusterFacts> clusters) {
    for (ServiceFinding finding : findings) {
      services.put(finding.service().serviceArn(), finding.service());
      ServiceConfig config = finding.fleet().config();
      if (config != null && !config.deployments().isEmpty()) {
        revisions.put(
            finding.service().serviceArn(), config.deployments().get(0).taskDefinitionArn());
      }
    }
    for (RecommendationRow row : recommendations) {
      ours.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
    }
    keys = new OpinionKeys(services.keySet(), clusters);
  }

  /** The comparison; empty where AWS was not asked. */
  public static List<SecondOpinionRow> rows(
      List<AwsOpinion> opinions,
      List<ServiceFinding> findings,
      Collection<RecommendationRow> recommendations,
      Collection<ClusterFacts> clusters) {
    if (opinions.isEmpty()) {
      return List.of();
    }
    SecondOpinions comparison = new SecondOpinions(findings, recommendations, clusters);
    opinions.forEach(comparison::compare);
    recommendations.forEach(comparison::unanswered);
    return comparison.rows;
  }

  private static String key(RecommendationRow row) {
    return OpinionKeys.of(row.currentResourceType(), row.resourceArn(), row.accountId());
  }

  private void compare(AwsOpinion opinion) {
    String key = keys.of(opinion);
    if (!opinion.silence().isEmpty()) {
      silences.put(key, opinion.silence());
      return;
    }
    List<RecommendationRow> candidates = ours.getOrDefault(key, List.of());
    if (opinion.action().isEmpty()) {
      nothingToDo(opinion, key, candidates);
      return;
    }
    RecommendationRow match = match(ActionFamily.of(opinion), candidates);
    if (match != null) {
      OpinionDifference difference =
          new OpinionDifference(match, opinion, revisions.getOrDefault(key, ""));
      matched.add(match.recommendationId());
      List<String> why = difference.why();
      add(
          why.isEmpty() ? "AGREE" : "DIFFER",
          String.join(";", why),
          difference.explanation(),
          match,
          opinion,
          difference);
      return;
    }
    ServiceRow service = services.get(key);
    boolean known = service != null || !candidates.isEmpty() || isOurs(opinion, key);
    if (known || opinion.resourceType().equals("EcsService")) {
      add("MISSING_HERE", whyNotHere(service, known), silent(service, known), null, opinion, null);
    }
  }

  /** Volumes and groups of others are nothing to compare. */
  private static boolean isOurs(AwsOpinion opinion, String key) {
    return ActionFamily.of(opinion) == ActionFamily.COMMITMENT
        || (opinion.resourceType().equals("Ec2AutoScalingGroup") && !key.isEmpty());
  }

  private static @Nullable RecommendationRow match(
      ActionFamily family, List<RecommendationRow> candidates) {
    for (RecommendationRow row : candidates) {
      if (ActionFamily.of(row) == family && family != ActionFamily.OURS_ONLY) {
        return row;
      }
    }
    for (RecommendationRow row : candidates) {
      if (family.excludes(ActionFamily.of(row))) {
        return row;
      }
    }
    return null;
  }

  private void nothingToDo(AwsOpinion opinion, String key, List<RecommendationRow> candidates) {
    RecommendationRow change = match(ActionFamily.SIZE, candidates);
    ServiceRow service = services.get(key);
    if (change != null) {
      matched.add(change.recommendationId());
      OpinionDifference difference =
          new OpinionDifference(change, opinion, revisions.getOrDefault(key, ""));
      add(
          "DIFFER",
          "FINDING",
          "we say %s; AWS finds it %s".formatted(change.actionTypeExtended(), opinion.finding()),
          change,
          opinion,
          difference);
    } else if (service != null && !service.outcome().equals(Outcome.WITHHELD.name())) {
      add("AGREE", "", "both leave the size as it is", null, opinion, null);
    } else {
      boolean known = service != null;
      add("MISSING_HERE", whyNotHere(service, known), silent(service, known), null, opinion, null);
    }
  }

  private static String whyNotHere(@Nullable ServiceRow service, boolean known) {
    if (service == null) {
      return known ? "NO_ADVICE" : "NOT_KNOWN";
    }
    return service.outcome().equals(Outcome.WITHHELD.name())
        ? service.withheldReasons()
        : "NO_ADVICE";
  }

  private static String silent(@Nullable ServiceRow service, boolean known) {
    if (!known) {
      return "no input of this run names the service";
    }
    return service != null && service.outcome().equals(Outcome.WITHHELD.name())
        ? "our advice is withheld"
        : "we judged it and see nothing of this kind to gain";
  }

  /** Our recommendations that no opinion was held against. */
  private void unanswered(RecommendationRow row) {
    if (matched.contains(row.recommendationId())) {
      return;
    }
    String why = whyNotAtAws(row);
    String explanation =
        switch (why) {
          case "NOT_OFFERED" -> "AWS has no such recommendation for this kind of resource";
          case "NOT_FARGATE" -> "Compute Optimizer judges services on Fargate only";
          case "NOT_IN_EXPORT" -> "the exports do not name it";
          default -> "Compute Optimizer gives no finding: " + why;
        };
    add("MISSING_AT_AWS", why, explanation, row, null, null);
  }

  private String whyNotAtAws(RecommendationRow row) {
    ActionFamily family = ActionFamily.of(row);
    boolean service = row.currentResourceType().equals("EcsService");
    boolean asked = family == ActionFamily.SIZE || family == ActionFamily.PRESENCE;
    if (family == ActionFamily.OURS_ONLY || (service && !asked)) {
      return "NOT_OFFERED";
    }
    if (service && row.launchType().equals("EC2")) {
      return "NOT_FARGATE";
    }
    return silences.getOrDefault(key(row), "NOT_IN_EXPORT");
  }

  private void add(
      String verdict,
      String why,
      String explanation,
      @Nullable RecommendationRow row,
      @Nullable AwsOpinion opinion,
      @Nullable OpinionDifference difference) {
    rows.add(
        OpinionRows.row(
            verdict,
            why,
            explanation,
            row,
            opinion,
            difference,
            opinion == null ? null : services.get(keys.of(opinion))));
  }
}
