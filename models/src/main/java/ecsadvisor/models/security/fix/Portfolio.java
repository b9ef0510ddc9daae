package ecsadvisor.models.security.fix;

import static java.util.Objects.requireNonNull;

import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.catalogue.Severity;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.ControlVerdict;
import ecsadvisor.models.security.SecurityVerdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which score to which, for how much a month: all fixes of all services in the order in which
 * they are worth it.
 *
 * <pre>worth = weight of the severity x services fixed / (cost - saving);  HIGH 9, MEDIUM 3, LOW 1
 * </pre>
 *
 * Free ones come first, and what an earlier step has paid is free for a later one. A row passes
 * when all that fails in it is fixed; where something else about it is open, it has no data then.
 */
public final class Portfolio {
  private final SortedMap<Framework, Score> scores = new TreeMap<>();
  private final Map<FixCandidate.Id, FixCandidate> candidates = new HashMap<>();
  private final Map<FailedRows.Pattern, FailedRows> patterns = new LinkedHashMap<>();
  private final Map<FixCandidate.Id, List<FailedRows>> rowsByFix = new HashMap<>();

  private Portfolio() {}

  /**
   * A service.
   *
   * @param verdicts what is said of its security
   * @param fixes of its failed checks; shared parts whole, not divided
   */
  public record Member(SecurityVerdicts verdicts, List<FixCost> fixes) {
    public Member {
      fixes = List.copyOf(fixes);
    }
  }

  /** The steps in order. */
  public static List<PortfolioStep> steps(List<Member> members) {
    Portfolio portfolio = new Portfolio();
    members.stream()
        .sorted(Comparator.comparing(member -> member.verdicts().key()))
        .forEach(portfolio::add);
    return portfolio.inOrder();
  }

  /** How each framework stands as things are. */
  public static SortedMap<Framework, Score> scores(List<SecurityVerdicts> services) {
    Portfolio portfolio = new Portfolio();
    services.forEach(service -> service.controls().forEach(portfolio::count));
    return portfolio.scores;
  }

  private void add(Member member) {
    Map<String, FixCost> fixes = new HashMap<>();
    member.fixes().forEach(fix -> fixes.put(fix.check(), fix));
    Map<FixCandidate.Id, Severity> gravest = new HashMap<>();
    for (ControlVerdict row : member.verdicts().controls()) {
      count(row);
      if (row.verdict() == Verdict.FAIL && !row.suppressed()) {
        addFailed(row, fixes, gravest);
      }
    }
    ServiceKey key = member.verdicts().key();
    gravest.forEach(
        (id, severity) ->
            candidates
                .computeIfAbsent(id, FixCandidate::new)
                .add(key, requireNonNull(fixes.get(id.check())), severity));
  }

  private void addFailed(
      ControlVerdict row, Map<String, FixCost> fixes, Map<FixCandidate.Id, Severity> gravest) {
    Set<FixCandidate.Id> needed = new HashSet<>();
    Severity severity = row.control().severity();
    boolean hopeless = false;
    for (String check : row.failed()) {
      FixCost fix = fixes.get(check);
      if (fix == null) {
        hopeless = true;
        continue;
      }
      FixCandidate.Id id = new FixCandidate.Id(check, fix.currency());
      needed.add(id);
      gravest.merge(id, severity, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    FailedRows.Pattern pattern =
        new FailedRows.Pattern(
            row.control().framework(),
            row.control().identifier(),
            needed,
            !row.missing().isEmpty(),
            hopeless);
    FailedRows rows = patterns.get(pattern);
    if (rows == null) {
      rows = new FailedRows(pattern);
      patterns.put(pattern, rows);
      for (FixCandidate.Id id : needed) {
        rowsByFix.computeIfAbsent(id, ignored -> new ArrayList<>()).add(rows);
      }
    }
    rows.addOne();
  }

  private void count(ControlVerdict row) {
    Score one =
        switch (row.verdict()) {
          case PASS -> new Score(1, 0, 0, 0);
          case FAIL -> row.suppressed() ? new Score(0, 0, 1, 0) : new Score(0, 1, 0, 0);
          case NO_DATA -> new Score(0, 0, 0, 1);
          case NOT_APPLICABLE -> Score.NONE;
        };
    scores.merge(row.control().framework(), one, Score::plus);
  }

  private List<PortfolioStep> inOrder() {
    PaidOnce paid = new PaidOnce();
    List<FixCandidate> left = new ArrayList<>(candidates.values());
    left.forEach(candidate -> candidate.priceOn(paid));
    Map<String, PaidOnce> byCurrency = new HashMap<>();
    List<PortfolioStep> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      FixCandidate next = left.stream().min(FixCandidate.ORDER).orElseThrow();
      left.remove(next);
      paid.add(next.price());
      PaidOnce soFar = byCurrency.computeIfAbsent(next.id().currency(), ignored -> new PaidOnce());
      soFar.add(next.price());
      steps.add(step(next, soFar));
      for (FixCandidate other : left) {
        if (other.touches(next)) {
          other.priceOn(paid);
        }
      }
    }
    return steps;
  }

  private PortfolioStep step(FixCandidate fix, PaidOnce soFar) {
    SortedMap<Framework, Score> before = new TreeMap<>(scores);
    SortedMap<Framework, SortedMap<String, Integer>> turned = new TreeMap<>();
    for (FailedRows rows : rowsByFix.getOrDefault(fix.id(), List.of())) {
      if (rows.isRepairedBy(fix.id())) {
        FailedRows.Pattern pattern = rows.pattern();
        int count = rows.count();
        scores.merge(
            pattern.framework(),
            pattern.open() ? new Score(0, -count, 0, count) : new Score(count, -count, 0, 0),
            Score::plus);
        if (!pattern.open()) {
          turned
              .computeIfAbsent(pattern.framework(), ignored -> new TreeMap<>())
              .merge(pattern.control(), count, Integer::sum);
        }
      }
    }
    return new PortfolioStep(
        fix.id().check(),
        fix.id().currency(),
        fix.services(),
        list(turned),
        fix.price().monthly(),
        fix.price().saves(),
        fix.price().bounded(),
        soFar.monthly(),
        soFar.saves(),
        before,
        scores);
  }

  private static List<PortfolioStep.Turned> list(
      SortedMap<Framework, SortedMap<String, Integer>> turned) {
    List<PortfolioStep.Turned> all = new ArrayList<>();
    turned.forEach(
        (framework, controls) ->
            controls.forEach(
                (control, count) -> all.add(new PortfolioStep.Turned(framework, control, count))));
    return all;
  }
}
