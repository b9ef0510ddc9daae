package ecsadvisor.models.security.fix;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.catalogue.Severity;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ControlVerdict;
import ecsadvisor.models.security.SecurityVerdicts;
import ecsadvisor.models.security.fix.Portfolio.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final Framework NIST = Framework.NIST_800_53_R5;

  private static ServiceKey key(String name) {
    return new ServiceKey("111122223333", "us-east-1", "main", name);
  }

  private static ControlVerdict row(
      String id, Severity severity, Verdict verdict, boolean open, String... failed) {
    Control control =
        new Control(
            NIST, id, severity, null, "", "", "", "", List.of("X"), List.of(), "", "", List.of());
    return new ControlVerdict(
        control,
        verdict,
        CheckResult.Basis.CONFIG,
        false,
        List.of(),
        List.of(failed),
        List.of(),
        open ? List.of(new Missing("ec2-subnet", "")) : List.of());
  }

  private static ControlVerdict failing(String id, String... failed) {
    return row(id, Severity.MEDIUM, Verdict.FAIL, false, failed);
  }

  private static ControlVerdict passing(String id) {
    return row(id, Severity.MEDIUM, Verdict.PASS, false);
  }

  private static SecurityVerdicts verdicts(String name, ControlVerdict... rows) {
    return new SecurityVerdicts(key(name), Map.of(), List.of(rows));
  }

  private static FixCost costs(String check, double amount) {
    return new FixCost(
        check,
        check,
        Range.of(amount),
        Range.ZERO,
        "",
        0,
        true,
        "",
        List.of(),
        "",
        Effort.SMALL,
        "USD");
  }

  private static FixCost shares(String check, String thing, double amount) {
    return new FixCost(
        check,
        check,
        Range.ZERO,
        Range.of(amount),
        thing,
        0,
        true,
        "",
        List.of(),
        "",
        Effort.SMALL,
        "USD");
  }

  private static List<String> checks(List<PortfolioStep> steps) {
    return steps.stream().map(PortfolioStep::check).toList();
  }

  private static Score after(PortfolioStep step) {
    return requireNonNull(step.after().get(NIST));
  }

  @Test
  void freeFixesComeFirst() {
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", failing("AU-2", "dear"), failing("CM-2", "free")),
                    List.of(costs("dear", 10), costs("free", 0)))));

    assertEquals(List.of("free", "dear"), checks(steps));
  }

  @Test
  void thenWhatRepairsMostForItsMoney() {
    ControlVerdict high = row("AC-3", Severity.HIGH, Verdict.FAIL, false, "grave");
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", failing("AU-2", "slight"), high),
                    List.of(costs("slight", 10), costs("grave", 10)))));

    assertEquals(List.of("grave", "slight"), checks(steps));
  }

  @Test
  void whatHasNoKnownPriceComesLast() {
    FixCost unknown =
        new FixCost(
            "unknown",
            "unknown",
            Range.ZERO,
            Range.ZERO,
            "",
            0,
            false,
            "",
            List.of(),
            "",
            Effort.LARGE,
            "USD");
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", failing("AU-2", "dear"), failing("CM-2", "unknown")),
                    List.of(costs("dear", 1000), unknown))));

    assertEquals(List.of("dear", "unknown"), checks(steps));
  }

  @Test
  void aRowPassesWhenAllThatFailsInItIsFixed() {
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", passing("AC-2"), failing("AU-2", "one", "two")),
                    List.of(costs("one", 1), costs("two", 2)))));

    assertEquals(0.5, after(steps.get(0)).score());
    assertEquals(List.of(), steps.get(0).turned());
    assertEquals(1.0, after(steps.get(1)).score());
    assertEquals(List.of(new PortfolioStep.Turned(NIST, "AU-2", 1)), steps.get(1).turned());
    assertEquals(3, steps.get(1).monthlySoFar().expected());
  }

  @Test
  void aRowWithSomethingOpenNeverPassesByFixesAlone() {
    ControlVerdict open = row("AU-2", Severity.MEDIUM, Verdict.FAIL, true, "one");
    PortfolioStep step =
        Portfolio.steps(
                List.of(new Member(verdicts("a", passing("AC-2"), open), List.of(costs("one", 1)))))
            .get(0);

    assertEquals(List.of(), step.turned());
    assertEquals(new Score(1, 0, 0, 1), after(step));
    assertEquals(0.5, after(step).coverage());
  }

  @Test
  void aRowThatFailsByAStatementStaysFailed() {
    PortfolioStep step =
        Portfolio.steps(
                List.of(
                    new Member(
                        verdicts("a", failing("IAM-01", "one", "attested-iam-01")),
                        List.of(costs("one", 0)))))
            .get(0);

    assertEquals(new Score(0, 1, 0, 0), after(step));
  }

  @Test
  void acceptedFailuresCountInTheCoverageOnly() {
    ControlVerdict accepted = failing("AU-2", "one");
    accepted =
        new ControlVerdict(
            accepted.control(),
            Verdict.FAIL,
            accepted.basis(),
            true,
            List.of(),
            accepted.failed(),
            List.of(),
            List.of());
    Score score =
        requireNonNull(
            Portfolio.scores(List.of(verdicts("a", passing("AC-2"), accepted))).get(NIST));

    assertEquals(1.0, score.score());
    assertEquals(1.0, score.coverage());
  }

  @Test
  void whatServicesShareIsPaidOnce() {
    List<Member> members = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      members.add(
          new Member(
              verdicts(name, failing("SC-7", "address")),
              List.of(shares("address", "vpc/vpc-1", 43.80))));
    }

    assertEquals(43.80, Portfolio.steps(members).get(0).monthly().expected(), 1e-9);
  }

  @Test
  void whatAnEarlierStepHasPaidIsFreeForALaterOne() {
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", failing("SC-7", "address"), failing("AC-3", "subnets")),
                    List.of(
                        shares("address", "vpc/vpc-1", 40), shares("subnets", "vpc/vpc-1", 40)))));

    assertEquals(40, steps.get(0).monthly().expected());
    assertEquals(0, steps.get(1).monthly().expected());
  }

  @Test
  void savingsAreTakenOffWhenStepsAreOrdered() {
    FixCost pays =
        new FixCost(
            "pays",
            "pays",
            Range.of(30),
            Range.ZERO,
            "",
            40,
            true,
            "",
            List.of(),
            "",
            Effort.SMALL,
            "USD");
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(
                    verdicts("a", failing("AU-2", "cheap"), failing("CM-2", "pays")),
                    List.of(costs("cheap", 1), pays))));

    assertEquals(List.of("pays", "cheap"), checks(steps));
    assertEquals(-10, steps.get(0).netMonthly(), 1e-9);
  }

  @Test
  void servicesInAnotherCurrencyAreAStepOfTheirOwn() {
    FixCost euros =
        new FixCost(
            "tasks",
            "tasks",
            Range.of(5),
            Range.ZERO,
            "",
            0,
            true,
            "",
            List.of(),
            "",
            Effort.SMALL,
            "EUR");
    List<PortfolioStep> steps =
        Portfolio.steps(
            List.of(
                new Member(verdicts("a", failing("BCR-01", "tasks")), List.of(costs("tasks", 5))),
                new Member(verdicts("b", failing("BCR-01", "tasks")), List.of(euros))));

    assertEquals(List.of("EUR", "USD"), steps.stream().map(PortfolioStep::currency).toList());
  }

  @Test
  void doesNotDependOnTheOrderOfTheServices() {
    List<Member> members = fleet(50);

    assertEquals(
        Portfolio.steps(members),
        Portfolio.steps(
            Stream.iterate(members.size() - 1, i -> i - 1)
                .limit(members.size())
                .map(members::get)
                .toList()));
  }

  @Test
  void scoresOnlyRiseAndEndWithEverythingFixed() {
    List<PortfolioStep> steps = Portfolio.steps(fleet(200));
    double last = 0;
    for (PortfolioStep step : steps) {
      assertTrue(after(step).score() >= last);
      last = after(step).score();
    }

    assertEquals(1.0, last);
  }

  static List<Member> fleet(int services) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      List<ControlVerdict> rows = new ArrayList<>();
      List<FixCost> fixes = new ArrayList<>();
      for (int check = 0; check < 70; check++) {
        fixes.add(
            check % 3 == 0
                ? shares("c" + check, "thing-" + check + "-" + i % 40, check)
                : costs("c" + check, check % 7));
      }
      for (int control = 0; control < 50; control++) {
        int first = (control * 7 + i % 5) % 68;
        rows.add(
            (control + i) % 4 == 0
                ? passing("R" + control)
                : failing("R" + control, "c" + first, "c" + (first + 1 + i % 2)));
      }
      members.add(new Member(verdicts("s" + i, rows.toArray(ControlVerdict[]::new)), fixes));
    }
    return members;
  }
}
