package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
  private static String words(String action, String now, String proposed) {
    DemoRows rows = new DemoRows("USD");
    rows.levers.add(
        new DemoLevers.Shape(
            "x", "COST-00", action, "c", "s", "EcsService", "arn", now, proposed, 1),
        "1",
        "r");
    return ChangeWords.of(rows.recommendations.get(0)).replace(Figures.JOIN, ' ');
  }

  @Test
  void changesReadLikeARequest() {
    assertEquals(
        "Stop it: 4 × 4 vCPU / 16384 MiB without use",
        words("Stop", "4 x 4 vCPU / 16384 MiB", "0 tasks"));
    assertEquals(
        "2 vCPU / 4096 MiB → 1 vCPU / 2048 MiB",
        words("Rightsize", "2 vCPU / 4096 MiB", "1 vCPU / 2048 MiB"));
    assertEquals(
        "14 × m5.2xlarge → 11 × m5.xlarge + 2 × m5.large",
        words("ConsolidateInstances", "14 x m5.2xlarge", "11 x m5.xlarge + 2 x m5.large"));
    assertEquals("Move to ARM", words("MigrateToArm", "X86_64, 1 vCPU", "ARM64, 1 vCPU"));
    assertEquals(
        "Merge it into the rules of load balancer b",
        words("MergeLoadBalancers", "load balancer a", "rules of load balancer b"));
    assertEquals(
        "Buy a Compute Savings Plan for one year, nothing upfront, 1.167 USD an hour",
        words(
            "PurchaseSavingsPlans",
            "on demand",
            "COMPUTE_SP ONE_YEAR NO_UPFRONT of 1.167 USD an hour"));
    assertEquals("this → that", words("SomethingNew", "this", "that"));
  }

  @Test
  void capacitySaysHowManyTasksStayOnDemand() {
    assertEquals(
        "Fargate Spot, 1 task on demand",
        CapacityWords.of("FARGATE base 1 weight 0, FARGATE_SPOT base 0 weight 1"));
    assertEquals("Fargate Spot for every task", CapacityWords.of("FARGATE_SPOT base 0 weight 1"));
    assertEquals(
        "EC2 Spot (general-spot), 2 tasks on demand (general)",
        CapacityWords.of("general base 2 weight 0, general-spot base 0 weight 1"));
    assertEquals(
        "Fargate Spot, 1 task on demand, 21 tasks in all",
        CapacityWords.of("FARGATE base 1 weight 0, FARGATE_SPOT base 0 weight 1, 21 tasks"));
  }

  @Test
  void capacityOfAnotherFormStaysAsItIs() {
    for (String strategy :
        List.of(
            "FARGATE base 1 weight 1, FARGATE_SPOT base 0 weight 3",
            "FARGATE_SPOT base 1 weight 1",
            "a base 1 weight 0, b base 1 weight 0, c base 0 weight 1",
            "",
            "none")) {
      assertEquals(strategy, CapacityWords.of(strategy));
    }
  }

  @Test
  void severalChangesReadAsOneSentence() {
    assertEquals(
        "1 → 2; move to ARM; Fargate Spot",
        ChangeWords.inOneLine(List.of("1 → 2", "Move to ARM", "Fargate Spot")));
    assertEquals("Stop it", ChangeWords.inOneLine(List.of("Stop it")));
  }
}
