package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotDefaultSecurityGroupTest {
  private final NotDefaultSecurityGroup check = new NotDefaultSecurityGroup();

  @Test
  void theDefaultGroupFails() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().group("sg-1", "default", List.of(), List.of()).build())
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.DEFAULT_SECURITY_GROUP), result.reasons());
  }

  @Test
  void namingNoGroupMeansTheDefaultOne() {
    CheckResult result = check.judge(security().network(privately("subnet-1")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void aGroupOfItsOwnPasses() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().group("sg-1").build())
                .facts());
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
