package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.RecommendationRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
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
  void changesOfOneServiceAreOneDecisionInTheOrderOfTheLevers() {
    service("a", "spot", "COST-02", "MigrateToFargateSpot", 30);
    service("a", "arm", "COST-01", "MigrateToArm", 5.25);
    service("a", "size", "COST-01", "Rightsize", 10.5);
    service("b", "stop", "COST-01", "Stop", 40);
    List<Decision> decisions = decisions();
    assertEquals(2, decisions.size());
    assertEquals(new BigDecimal("45.75"), decisions.get(0).saving());
    assertEquals(
        List.of("rec-size", "rec-arm", "rec-spot"),
        decisions.get(0).changes().stream().map(RecommendationRow::recommendationId).toList());
    assertEquals("b", decisions.get(1).first().serviceName());
  }

  @Test
  void changesThatCostMoneyAreNoDecisionButAreNamedBesideTheOthers() {
    service("a", "more", "COST-01", "Upsize", -20);
    service("b", "more-b", "COST-01", "Upsize", -30);
    service("b", "arm", "COST-01", "MigrateToArm", 4);
    List<Decision> decisions = decisions();
    assertEquals(1, decisions.size());
    assertEquals(new BigDecimal("4.00"), decisions.get(0).saving());
    assertEquals(1, decisions.get(0).room().size());
  }

  @Test
  void changesThatSaveNothingAreNoDecision() {
    service("a", "tidy", "COST-09", "DeleteOrphanTargetGroup", 0);
    assertTrue(decisions().isEmpty());
  }

  @Test
  void thereAreFiveAtMostAndNeverTwoOfOneSubject() {
    TreeSet<List<String>> subjects = new TreeSet<>((x, y) -> x.toString().compareTo(y.toString()));
    List<Decision> demo = Decision.ofWeek(DemoRows.model());
    demo.forEach(decision -> subjects.add(Subject.key(decision.first())));
    assertEquals(5, demo.size());
    assertEquals(5, subjects.size());
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
