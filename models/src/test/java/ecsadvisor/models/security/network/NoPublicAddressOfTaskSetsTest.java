package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.publicly;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoPublicAddressOfTaskSetsTest {
  private final NoPublicAddressOfTaskSets check = new NoPublicAddressOfTaskSets();

  private static SecurityBuilder deployedBy(String controller) {
    return SecurityBuilder.of(service().laidOut(Layouts.controlledBy(controller)));
  }

  @Test
  void aTaskSetThatAssignsThemFails() {
    CheckResult result =
        check.judge(
            deployedBy("EXTERNAL").network(publicly("taskSet", "subnet-1", "sg-1")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().contains(new Evidence("set_on", "taskSet")));
  }

  @Test
  void taskSetsThatDoNotAssignThemPass() {
    SecurityBuilder external =
        deployedBy("EXTERNAL")
            .network(new NetworkSetting("taskSet", false, List.of("subnet-1"), List.of("sg-1")))
            .with(network().taskSets(1).build());
    assertEquals(Verdict.PASS, check.judge(external.facts()).verdict());
  }

  @Test
  void whatEcsDeploysHasNone() {
    CheckResult result =
        check.judge(security().network(publicly("service", "subnet-1", "sg-1")).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NO_TASK_SETS), result.reasons());
  }

  @Test
  void anExternalControllerMayHaveSomeThatNobodyRead() {
    CheckResult result = check.judge(deployedBy("EXTERNAL").facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void aCompleteReadShowsThatThereAreNone() {
    CheckResult result = check.judge(deployedBy("CODE_DEPLOY").read("ecs-task-set").facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
  }

  @Test
  void taskSetsWithoutInterfacesHaveNoSuchSetting() {
    CheckResult result =
        check.judge(deployedBy("EXTERNAL").with(network().taskSets(1).build()).facts());
    assertEquals(List.of(CheckReason.NO_AWSVPC_CONFIGURATION), result.reasons());
  }
}
