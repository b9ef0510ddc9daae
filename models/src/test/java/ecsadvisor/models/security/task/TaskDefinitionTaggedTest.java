package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import org.junit.jupiter.api.Test;

class TaskDefinitionTaggedTest {
  private final TaskDefinitionTagged check = new TaskDefinitionTagged();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  @Test
  void aTagOfOnesOwnPasses() {
    assertEquals(Verdict.PASS, verdict(task().tagged("team", "a")));
  }

  @Test
  void systemTagsDoNotCount() {
    assertEquals(Verdict.FAIL, verdict(task().tagged("aws:cloudformation:stack-id", "a")));
  }

  @Test
  void anEmptyListFailsWhereAManifestOrConfigSaysThatItIsAll() {
    assertEquals(
        Verdict.FAIL, check.judge(security().read("ecs-task-definition").facts()).verdict());
    assertEquals(Verdict.FAIL, verdict(task().fromConfig()));
  }

  @Test
  void anEmptyListAloneLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(task()));
  }

  @Test
  void tagsThatWereNotExportedLackData() {
    assertEquals(Verdict.NO_DATA, verdict(task().tagsUnknown()));
  }
}
