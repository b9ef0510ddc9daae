package ecsadvisor.models.security.secret;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentFilesReviewedTest {
  private static final String FILE = "arn:aws:s3:::config/web.env";
  private final EnvironmentFilesReviewed check = new EnvironmentFilesReviewed();

  @Test
  void withoutFilesThereIsNothingToReview() {
    assertEquals(Verdict.NOT_APPLICABLE, check.judge(security().facts()).verdict());
  }

  @Test
  void filesNeedAStatement() {
    CheckResult result =
        check.judge(
            security().runs(task().container(container("web").environmentFile(FILE))).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.FILES_NOT_READ), result.reasons());
    assertTrue(result.because().contains(new Evidence("environment_file", FILE)));
    assertTrue(result.missing().get(0).remedy().contains("environment-files-reviewed"));
  }

  @Test
  void aRevisionThatWasNotDescribedIsNoData() {
    assertEquals(
        Verdict.NO_DATA, check.judge(security().runs(task().notDescribed()).facts()).verdict());
  }
}
