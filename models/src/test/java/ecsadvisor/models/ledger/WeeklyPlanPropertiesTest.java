package ecsadvisor.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The plan against every other plan that there is. */
class WeeklyPlanPropertiesTest {
  private static final WeeklyPlan PLAN = new WeeklyPlan(WeeklyPlan.Settings.defaults());
  private static final Map<String, Integer> POINTS =
      Map.of("AutoScale", 1, "Rightsize", 2, "MigrateToFargateSpot", 3, "Stop", 4);

  private static List<Candidate> candidates(Random random) {
    List<String> actions = POINTS.keySet().stream().sorted().toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String owner = "o" + random.nextInt(2);
      candidates.add(
          new Candidate(
              "r" + i,
              "arn:" + owner + random.nextInt(5),
              "n" + i,
              owner,
              random.nextBoolean() ? "production" : "staging",
              actions.get(random.nextInt(actions.size())),
              "USD",
              50 + random.nextInt(50)));
    }
    return candidates;
  }

  private static int points(Candidate candidate) {
    int points = POINTS.getOrDefault(candidate.action(), 0);
    return candidate.environment().equals("production") ? 2 * points : points;
  }

  /** What a set saves; 0 where it is no plan. */
  private static double worth(List<Candidate> set) {
    Map<String, Integer> used =
        set.stream()
            .collect(
                Collectors.toMap(Candidate::owner, WeeklyPlanPropertiesTest::points, Integer::sum));
    boolean fits =
        set.size() <= 5
            && used.values().stream().allMatch(points -> points <= 8)
            && set.stream().map(Candidate::resourceArn).distinct().count() == set.size();
    return fits ? set.stream().mapToDouble(Candidate::monthlySaving).sum() : 0;
  }

  @Property(tries = 300)
  void thePlanIsTheBestThatThereIs(@ForAll long seed) {
    Random random = new Random(seed);
    List<Candidate> candidates = candidates(random);
    double savings = candidates.stream().mapToDouble(Candidate::monthlySaving).sum();
    double points = candidates.stream().mapToInt(WeeklyPlanPropertiesTest::points).sum();
    List<Candidate> worthwhile =
        candidates.stream()
            .filter(c -> c.monthlySaving() / savings / (points(c) / points) >= 0.5)
            .toList();

    List<PlannedChange> plan = PLAN.of(candidates, List.of());

    double best =
        IntStream.range(0, 1 << worthwhile.size())
            .mapToObj(
                set ->
                    IntStream.range(0, worthwhile.size())
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToObj(worthwhile::get)
                        .toList())
            .mapToDouble(WeeklyPlanPropertiesTest::worth)
            .max()
            .orElse(0);
    assertEquals(best, plan.stream().mapToDouble(PlannedChange::monthlySaving).sum(), 1e-9);
    assertTrue(plan.stream().allMatch(change -> change.budgetUsed() <= change.budget()));
    Collections.shuffle(candidates, random);
    assertEquals(plan, PLAN.of(candidates, List.of()));
  }

  @Test
  void tenThousandCandidatesArePlannedExactlyToo() {
    Random random = new Random(7);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String owner = "o" + random.nextInt(300);
      double saving = 10 + random.nextInt(5000);
      candidates.add(
          new Candidate(
              "r" + i, "arn:" + i, "n" + i, owner, "staging", "Rightsize", "USD", saving));
    }

    assertEquals(5, PLAN.of(candidates, List.of()).size());
  }
}
