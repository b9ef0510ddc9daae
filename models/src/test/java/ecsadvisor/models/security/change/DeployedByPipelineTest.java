package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedByPipelineTest {
  private final DeployedByPipeline check =
      new DeployedByPipeline(DeployedByPipeline.Settings.defaults());

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::111122223333:assumed-role/GitHubActions/run-1, PASS",
    "arn:aws:iam::111122223333:role/ci/web-Deploy, PASS",
    "arn:aws:iam::111122223333:user/ci-deployer, PASS",
    "arn:aws:iam::111122223333:user/alice, FAIL",
    "arn:aws:iam::111122223333:root, FAIL",
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0f/deploy@example.com, FAIL",
    "arn:aws:sts::111122223333:assumed-role/platform/x, NO_DATA",
    "'', NO_DATA",
  })
  void principalsOfTheRevision(String principal, Verdict verdict) {
    assertEquals(
        verdict, check.judge(security().runs(task().registeredBy(principal)).facts()).verdict());
  }

  @Test
  void theServicesCreatorStandsInForTheRevisions() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(security().createdBy("arn:aws:iam::111122223333:user/alice").facts())
            .verdict());
  }
}
