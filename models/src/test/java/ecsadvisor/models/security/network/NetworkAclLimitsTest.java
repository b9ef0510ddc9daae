package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.NetworkBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAclLimitsTest {
  private final NetworkAclLimits check = new NetworkAclLimits();

  private static SecurityBuilder inPrivateSubnet(NetworkBuilder network) {
    return security()
        .network(privately("subnet-1", "sg-1"))
        .with(network.privateSubnet("subnet-1").build());
  }

  @Test
  void anAclThatLetsEverythingInFails() {
    CheckResult result = check.judge(inPrivateSubnet(network().acl("acl-1", true)).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(new Evidence("network_acl", "acl-1")), result.because());
  }

  @Test
  void anAclThatLimitsPasses() {
    CheckResult result = check.judge(inPrivateSubnet(network().acl("acl-1", false)).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void aSubnetWhoseAclIsNotKnownIsNoPass() {
    CheckResult result = check.judge(inPrivateSubnet(network().lacksAclOf("subnet-1")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }
}
