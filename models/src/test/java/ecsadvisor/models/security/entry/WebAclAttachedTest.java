package ecsadvisor.models.security.entry;

import static ecsadvisor.models.fixture.EntryBuilder.entry;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.EntryBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebAclAttachedTest {
  private static final String KIND = "wafv2-web-acl-association";
  private static final String ACL = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/web/1";

  private final WebAclAttached check = new WebAclAttached();

  private static SecurityBuilder behind(EntryBuilder entry) {
    return security().with(entry.targets("web", "HTTP").build());
  }

  @Test
  void aLoadBalancerWithoutWebAclFails() {
    CheckResult result =
        check.judge(behind(entry().balancer("application", "internet-facing", "")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_WEB_ACL), result.reasons());
    assertEquals("load_balancer", result.because().get(0).name());
  }

  @Test
  void aLoadBalancerWithWebAclPasses() {
    CheckResult result =
        check.judge(behind(entry().balancer("application", "internet-facing", ACL)).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(List.of(new Evidence("web_acl", ACL)), result.because());
  }

  @Test
  void oneOfTwoWithoutWebAclFails() {
    CheckResult result =
        check.judge(
            behind(
                    entry()
                        .balancer("application", "internet-facing", ACL)
                        .balancer("application", "internet-facing", ""))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void whatNobodyAskedIsNoFailure() {
    CheckResult result =
        check.judge(behind(entry().balancer("application", "internet-facing", "", false)).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void aCompleteReadWithoutAnAssociationFails() {
    CheckResult result =
        check.judge(
            behind(entry().balancer("application", "internet-facing", "", false))
                .read(KIND)
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void internalLoadBalancersNeedNone() {
    CheckResult result =
        check.judge(behind(entry().balancer("application", "internal", "")).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NOT_INTERNET_FACING), result.reasons());
  }

  @Test
  void networkLoadBalancersHaveNone() {
    CheckResult result =
        check.judge(behind(entry().balancer("network", "internet-facing", "")).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NETWORK_LOAD_BALANCER), result.reasons());
  }

  @Test
  void withoutALoadBalancerThereIsNone() {
    assertEquals(
        Verdict.NOT_APPLICABLE, check.judge(security().with(entry().build()).facts()).verdict());
  }

  @Test
  void aLoadBalancerThatIsNotInTheInventoryIsNoPass() {
    CheckResult result = check.judge(behind(entry().lacksBalancer("shop")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("elbv2-load-balancer", result.missing().get(0).input());
  }

  @Test
  void aTargetGroupThatIsNotInTheInventoryIsNoPass() {
    CheckResult result =
        check.judge(security().with(entry().unknownTargets("web").build()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }
}
