package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityGroupsClosedTest {
  private final SecurityGroupsClosed check = new SecurityGroupsClosed();

  private static SecurityBuilder letsIn(String... ranges) {
    return security()
        .network(privately("subnet-1", "sg-1"))
        .with(network().group("sg-1", ranges).build());
  }

  @Test
  void aGroupThatLetsTheInternetInFails() {
    CheckResult result = check.judge(letsIn("0.0.0.0/0").facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.OPEN_SECURITY_GROUP), result.reasons());
    assertEquals(
        List.of(new Evidence("ingress", "sg-1 tcp/8080 from 0.0.0.0/0")), result.because());
  }

  @Test
  void theInternetOfIpv6CountsToo() {
    assertEquals(Verdict.FAIL, check.judge(letsIn("::/0").facts()).verdict());
  }

  @Test
  void theInternetInTwoHalvesCountsToo() {
    CheckResult result = check.judge(letsIn("0.0.0.0/1", "128.0.0.0/1").facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void privateRangesPass() {
    CheckResult result =
        check.judge(letsIn("10.0.0.0/8", "172.16.0.0/12", "fd00::/8", "198.51.100.7/32").facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void groupsAsSourcesPass() {
    assertEquals(Verdict.PASS, check.judge(letsIn().facts()).verdict());
  }

  @Test
  void aPrefixListMayHoldAnything() {
    SecurityGroup.Rule rule =
        new SecurityGroup.Rule("tcp", 443, 443, List.of(), List.of("pl-3b927c52"));
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().group("sg-1", "web", List.of(rule), List.of()).build())
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(new Evidence("prefix_lists", "pl-3b927c52 in sg-1")), result.because());
  }

  @Test
  void aGroupThatIsNotInTheInventoryIsNoPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1", "sg-2"))
                .with(network().group("sg-1").lacksGroup("sg-2").build())
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }

  @Test
  void anOpenGroupFailsWhateverElseIsMissing() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1", "sg-2"))
                .with(network().group("sg-1", "0.0.0.0/0").lacksGroup("sg-2").build())
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void bridgeModeUsesTheInstancesGroups() {
    SecurityBuilder bridge =
        SecurityBuilder.of(service().ec2())
            .runs(task().networkMode("bridge"))
            .with(network().host("i-1", "", "subnet-1").group("sg-1", "0.0.0.0/0").build());
    assertEquals(Verdict.FAIL, check.judge(bridge.facts()).verdict());
  }

  @Test
  void bridgeModeWithoutInstancesIsNoPass() {
    SecurityBuilder bridge = SecurityBuilder.of(service().ec2()).runs(task().networkMode("bridge"));
    assertEquals(Verdict.NO_DATA, check.judge(bridge.facts()).verdict());
  }

  @Test
  void tasksWithoutANetworkHaveNoGroups() {
    SecurityBuilder none = SecurityBuilder.of(service().ec2()).runs(task().networkMode("none"));
    assertEquals(Verdict.NOT_APPLICABLE, check.judge(none.facts()).verdict());
  }

  @Test
  void aGroupReadLongAgoIsNoPass() {
    SecurityGroup old =
        new SecurityGroup(
            "sg-1", "web", "vpc-1", List.of(), List.of(), Instant.parse("2026-01-01T00:00:00Z"));
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().group(old).build())
                .facts());
    assertEquals(List.of(CheckReason.STALE_EXPORT), result.reasons());
  }
}
