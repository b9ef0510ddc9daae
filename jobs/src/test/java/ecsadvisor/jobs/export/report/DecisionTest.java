package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.export.Summary;
import ecsadvisor.jobs.table.RecommendationRow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private final DemoRows rows = new DemoRows("USD");

  private void service(String service, String id, String control, String action, double saving) {
    add(
        new DemoLevers.Shape(
            id, control, action, "c", service, "EcsService", "arn", "now", "then", saving));
  }

  private void add(DemoLevers.Shape shape) {
    rows.levers.add(shape, "1", "r");
  }

  private List<Decision> decisions() {
    return Decision.ofWeek(rows.toModel());
  }

  @Test
  void decisionsAreThePlansInItsOrderWithTheirSavings() {
    service("a", "arm", "COST-01", "MigrateToArm", 5.25);
    service("a", "size", "COST-01", "Rightsize", 10.5);
    service("b", "stop", "COST-01", "Stop", 40);
    rows.decide("rec-size", "rec-arm");
    rows.decide("rec-stop");
    List<Decision> decisions = decisions();
    assertEquals(2, decisions.size());
    assertEquals(new BigDecimal("15.75"), decisions.get(0).saving());
    assertEquals(
        List.of("rec-size", "rec-arm"),
        decisions.get(0).changes().stream().map(RecommendationRow::recommendationId).toList());
    assertEquals("b", decisions.get(1).first().serviceName());
  }

  @Test
  void changesThatCostMoneyAreNamedBesideTheDecisionForTheirService() {
    service("a", "more", "COST-01", "Upsize", -20);
    service("b", "more-b", "COST-01", "Upsize", -30);
    service("b", "arm", "COST-01", "MigrateToArm", 4);
    rows.decide("rec-arm");
    List<Decision> decisions = decisions();
    assertEquals(1, decisions.size());
    assertEquals(new BigDecimal("4.00"), decisions.get(0).saving());
    assertEquals(1, decisions.get(0).room().size());
  }

  @Test
  void whatThePlanDoesNotNameIsNoDecision() {
    service("a", "stop", "COST-01", "Stop", 40);
    rows.decide("rec-gone");
    assertTrue(decisions().isEmpty());
  }

  @Test
  void whatIsDismissedCountsNeitherInTheHeadlineNorInItsSum() {
    service("a", "stop", "COST-01", "Stop", 40);
    service("b", "size", "COST-01", "Rightsize", 10);
    Summary before = ReportSummary.of(rows.toModel());
    rows.recommendations.replaceAll(
        row ->
            row.recommendationId().equals("rec-stop")
                ? row.withMemory(
                    "Dismissed",
                    "DECIDED: low_priority",
                    row.firstSeenDate(),
                    row.lastSeenDate(),
                    3,
                    null,
                    null)
                : row);
    Summary after = ReportSummary.of(rows.toModel());
    assertEquals(
        before.money().get(0).monthlySavings().subtract(new BigDecimal("40.00")),
        after.money().get(0).monthlySavings());
    assertEquals(new BigDecimal("40.00"), after.money().get(0).monthlySavingsSettled());
  }

  @Test
  void resourcesAreNamedByWhatTheyAre() {
    assertEquals(
        "capacity provider general",
        name("Ec2AutoScalingGroup", "arn:aws:ecs:r:1:capacity-provider/general"));
    assertEquals(
        "load balancer front",
        name("LoadBalancer", "arn:aws:elasticloadbalancing:r:1:loadbalancer/app/front/7d"));
    assertEquals(
        "load balancer classic",
        name("LoadBalancer", "arn:aws:elasticloadbalancing:r:1:loadbalancer/classic"));
    assertEquals(
        "target group tg",
        name("TargetGroup", "arn:aws:elasticloadbalancing:r:1:targetgroup/tg/4d"));
    assertEquals(
        "repository team/app", name("EcrRepository", "arn:aws:ecr:r:1:repository/team/app"));
    assertEquals("volume vol-1", name("EbsVolume", "arn:aws:ec2:r:1:volume/vol-1"));
    assertEquals("Savings Plans", name("ComputeSavingsPlans", "COMPUTE_SP"));
    assertEquals("account 1", name("Account", "1"));
    assertEquals("Other thing", name("Other", "thing"));
  }

  private String name(String type, String arn) {
    rows.recommendations.clear();
    add(new DemoLevers.Shape("x", "COST-09", "Delete", "", "", type, arn, "now", "none", 1));
    return Subject.of(rows.recommendations.get(0)).name();
  }
}
