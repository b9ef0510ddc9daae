package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressLimitedTest {
  private final EgressLimited check = new EgressLimited();

  private static SecurityBuilder with(SecurityGroup.Rule egress) {
    return security()
        .network(privately("subnet-1", "sg-1"))
        .with(network().group("sg-1", "web", List.of(), List.of(egress)).build());
  }

  @Test
  void everythingToEverywhereFails() {
    CheckResult result =
        check.judge(
            with(new SecurityGroup.Rule("-1", -1, -1, List.of("0.0.0.0/0"), List.of())).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.OPEN_EGRESS), result.reasons());
  }

  @Test
  void onePortToEverywherePasses() {
    CheckResult result =
        check.judge(
            with(new SecurityGroup.Rule("tcp", 443, 443, List.of("0.0.0.0/0"), List.of())).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void aGroupThatIsNotInTheInventoryIsNoPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().lacksGroup("sg-1").build())
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }
}
