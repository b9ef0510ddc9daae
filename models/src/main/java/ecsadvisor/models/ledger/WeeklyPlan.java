package ecsadvisor.models.ledger;

import static java.util.Comparator.comparing;

import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The decisions of the week: what saves most for the disruption that a team can bear.
 *
 * <p>A candidate is worth its disruption when its share of all savings is at least some part of its
 * share of all disruption, as Karpenter's balanced consolidation scores it:
 *
 * <pre>score = (saving / sum of savings) / (points / sum of points)</pre>
 *
 * <p>Of those, the set is chosen that saves most, exactly and not greedily, such that
 *
 * <ul>
 *   <li>it has no more decisions than are wanted,
 *   <li>each owner's points stay within the budget, and its changes fit into the change windows,
 *   <li>no resource is changed twice in a week, so that each change can be measured,
 *   <li>nothing is changed in production while the same change waits or is made elsewhere.
 * </ul>
 *
 * <p>A change that production waits for counts with what production would save; of several, the one
 * that saves most. What is in progress takes its part of its owner's budget.
 *
 * <p>The best score comes first. Each owner's changes are made in windows of their own, production
 * last. Only candidates of the commonest currency are compared, as sums of several mean nothing.
 */
public final class WeeklyPlan {
  private final Settings settings;
  private final ChangeWindows windows;

  /** What a team can bear, and when. */
  public record Settings(
      @Setting("Most decisions of a week") int mostDecisions,
      @Setting("Points of disruption that an owner can bear in a week") int ownerBudgetPoints,
      @Setting("Least share of savings over share of disruption") double leastScore,
      @Setting("Least monthly saving of a decision") double leastMonthlySaving,
      @Setting("Points of a change that touches nothing that runs") int nonePoints,
      @Setting("Points of a change of scaling or schedule") int rulesPoints,
      @Setting("Points of a rolling deployment") int restartPoints,
      @Setting("Points of a move to other capacity") int capacityPoints,
      @Setting("Points of a removal") int removalPoints,
      @Setting("Points of a purchase") int purchasePoints,
      @Setting("Multiple of the points in production") int productionFactor,
      @Setting("Names of environments that are production") List<String> productionNames,
      @Setting("Names of environments that come before production") List<String> stagingNames,
      @Setting("Days and hours in which changes are made") List<String> changeWindows,
      @Setting("IANA time zone of the change windows") String timezone) {
    public Settings {
      SettingCheck.atLeast("mostDecisions", mostDecisions, 1);
      SettingCheck.atLeast("ownerBudgetPoints", ownerBudgetPoints, 1);
      SettingCheck.atLeast("leastScore", leastScore, 0);
      SettingCheck.atLeast("leastMonthlySaving", leastMonthlySaving, 0);
      SettingCheck.atLeast("nonePoints", nonePoints, 1);
      SettingCheck.atLeast("rulesPoints", rulesPoints, 1);
      SettingCheck.atLeast("restartPoints", restartPoints, 1);
      SettingCheck.atLeast("capacityPoints", capacityPoints, 1);
      SettingCheck.atLeast("removalPoints", removalPoints, 1);
      SettingCheck.atLeast("purchasePoints", purchasePoints, 1);
      SettingCheck.atLeast("productionFactor", productionFactor, 1);
      productionNames = List.copyOf(productionNames);
      stagingNames = List.copyOf(stagingNames);
      changeWindows = List.copyOf(changeWindows);
      ChangeWindows.of(changeWindows, timezone);
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(
          5,
          8,
          0.5,
          1,
          1,
          1,
          2,
          3,
          4,
          2,
          2,
          List.of("production", "prod", "prd", "live"),
          List.of("staging", "stage", "stg", "test", "qa", "dev", "development", "sandbox"),
          List.of("MON-THU 09:00-16:00", "FRI 09:00-12:00"),
          "UTC");
    }
  }

  public WeeklyPlan(Settings settings) {
    this.settings = settings;
    this.windows = ChangeWindows.of(settings.changeWindows(), settings.timezone());
  }

  /**
   * The decisions of the week, the best first; the order of the candidates does not matter.
   *
   * @param candidates what waits for a decision
   * @param inProgress what was decided and is not done yet
   */
  public List<PlannedChange> of(
      Collection<Candidate> candidates, Collection<Candidate> inProgress) {
    SortedMap<String, Integer> bound = new TreeMap<>();
    Set<String> busy = new HashSet<>();
    Set<String> tried = new HashSet<>();
    for (Candidate candidate : inProgress) {
      bound.merge(candidate.owner(), points(candidate), Integer::sum);
      busy.add(candidate.resourceArn());
      if (!isProduction(candidate)) {
        tried.add(change(candidate));
      }
    }
    SortedMap<String, List<Picks.Scored>> byOwner = new TreeMap<>();
    for (Picks.Scored scored : admitted(candidates, tried)) {
      if (!busy.contains(scored.candidate().resourceArn())) {
        byOwner.computeIfAbsent(scored.candidate().owner(), owner -> new ArrayList<>()).add(scored);
      }
    }
    int most = settings.mostDecisions();
    int fit = Math.min(most, windows.count());
    List<Picks> sets = Picks.none();
    for (Map.Entry<String, List<Picks.Scored>> owner : byOwner.entrySet()) {
      int left = settings.ownerBudgetPoints() - bound.getOrDefault(owner.getKey(), 0);
      List<Picks> own = Picks.within(groups(owner.getValue()), fit, Math.max(0, left));
      sets = Picks.together(sets, own, most);
    }
    return planned(Picks.best(sets).list(), bound);
  }

  /**
   * The candidates that are worth their disruption, sorted by id.
   *
   * @param tried changes that are being made outside production
   */
  private List<Picks.Scored> admitted(Collection<Candidate> candidates, Set<String> tried) {
    List<Candidate> sorted =
        commonestCurrency(candidates).stream()
            .filter(candidate -> candidate.monthlySaving() >= settings.leastMonthlySaving())
            .filter(candidate -> cents(candidate) > 0)
            .sorted(comparing(Candidate::recommendationId).thenComparing(Candidate::toString))
            .toList();
    double savings = sorted.stream().mapToLong(WeeklyPlan::cents).sum();
    double points = sorted.stream().mapToLong(this::points).sum();
    Map<String, Candidate> firsts = new HashMap<>();
    Map<String, Long> followers = new HashMap<>();
    for (Candidate candidate : sorted) {
      if (isProduction(candidate)) {
        followers.merge(change(candidate), cents(candidate), Long::sum);
      } else {
        firsts.merge(
            change(candidate),
            candidate,
            (left, right) -> cents(right) > cents(left) ? right : left);
      }
    }
    List<Picks.Scored> admitted = new ArrayList<>();
    for (Candidate candidate : sorted) {
      String change = change(candidate);
      boolean isFirst = candidate.equals(firsts.get(change)) && !tried.contains(change);
      long worth = cents(candidate) + (isFirst ? followers.getOrDefault(change, 0L) : 0);
      double score = worth / savings / (points(candidate) / points);
      boolean early =
          isProduction(candidate) && (firsts.containsKey(change) || tried.contains(change));
      if (score >= settings.leastScore() && !early) {
        admitted.add(new Picks.Scored(candidate, worth, points(candidate), score));
      }
    }
    return admitted;
  }

  private static List<Candidate> commonestCurrency(Collection<Candidate> candidates) {
    Map<String, Long> counts = new TreeMap<>();
    candidates.forEach(candidate -> counts.merge(candidate.currency(), 1L, Long::sum));
    String commonest = "";
    long most = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        commonest = entry.getKey();
        most = entry.getValue();
      }
    }
    String currency = commonest;
    return candidates.stream().filter(c -> c.currency().equals(currency)).toList();
  }

  private static List<List<Picks.Scored>> groups(List<Picks.Scored> scored) {
    SortedMap<String, List<Picks.Scored>> byResource = new TreeMap<>();
    for (Picks.Scored one : scored) {
      byResource.computeIfAbsent(one.candidate().resourceArn(), arn -> new ArrayList<>()).add(one);
    }
    return List.copyOf(byResource.values());
  }

  private List<PlannedChange> planned(List<Picks.Scored> picks, Map<String, Integer> bound) {
    Map<String, Integer> used = new HashMap<>(bound);
    for (Picks.Scored pick : picks) {
      used.merge(pick.candidate().owner(), pick.points(), Integer::sum);
    }
    Map<String, String> windowOf = windowsOf(picks);
    List<Picks.Scored> ranked =
        picks.stream()
            .sorted(
                comparing(Picks.Scored::score)
                    .reversed()
                    .thenComparing(pick -> pick.candidate().recommendationId()))
            .toList();
    List<PlannedChange> plan = new ArrayList<>();
    for (Picks.Scored pick : ranked) {
      Candidate candidate = pick.candidate();
      plan.add(
          new PlannedChange(
              plan.size() + 1,
              candidate.recommendationId(),
              candidate.owner(),
              candidate.currency(),
              candidate.monthlySaving(),
              pick.score(),
              ActionKind.of(candidate.action()).disruption(),
              pick.points(),
              used.getOrDefault(candidate.owner(), 0),
              settings.ownerBudgetPoints(),
              windowOf.getOrDefault(candidate.recommendationId(), "")));
    }
    return List.copyOf(plan);
  }

  private Map<String, String> windowsOf(List<Picks.Scored> picks) {
    List<Candidate> inOrder =
        picks.stream()
            .map(Picks.Scored::candidate)
            .sorted(comparing(this::isProduction).thenComparing(Candidate::recommendationId))
            .toList();
    Map<String, Integer> next = new HashMap<>();
    Map<String, String> windowOf = new HashMap<>();
    for (Candidate candidate : inOrder) {
      int index = next.merge(candidate.owner(), 1, Integer::sum) - 1;
      windowOf.put(candidate.recommendationId(), windows.get(index));
    }
    return windowOf;
  }

  private int points(Candidate candidate) {
    int points =
        switch (ActionKind.of(candidate.action()).disruption()) {
          case NONE -> settings.nonePoints();
          case RULES -> settings.rulesPoints();
          case RESTART -> settings.restartPoints();
          case CAPACITY -> settings.capacityPoints();
          case REMOVAL -> settings.removalPoints();
          case PURCHASE -> settings.purchasePoints();
        };
    return isProduction(candidate) ? points * settings.productionFactor() : points;
  }

  private boolean isProduction(Candidate candidate) {
    return settings.productionNames().contains(candidate.environment().toLowerCase(Locale.ROOT));
  }

  /** What a change has in common with the same change in another environment. */
  private String change(Candidate candidate) {
    Set<String> environments = new HashSet<>(settings.productionNames());
    environments.addAll(settings.stagingNames());
    String name =
        Arrays.stream(candidate.name().toLowerCase(Locale.ROOT).split("[-_./:]", -1))
            .filter(word -> !environments.contains(word))
            .collect(Collectors.joining("-"));
    return candidate.owner() + "\n" + candidate.action() + "\n" + name;
  }

  private static long cents(Candidate candidate) {
    return Math.round(candidate.monthlySaving() * 100);
  }
}
