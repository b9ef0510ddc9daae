package ecsadvisor.models.security.storage;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.StorageBuilder.efs;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import org.junit.jupiter.api.Test;

class EfsIamAuthorizationTest {
  private static final VolumeSecurity GUARDED =
      new VolumeSecurity("a", "", "fs-1", "ENABLED", "ENABLED", "", "", false);

  private final EfsIamAuthorization check = new EfsIamAuthorization();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  @Test
  void absentFailsForAnyVolume() {
    assertEquals(Verdict.FAIL, verdict(task().volume(GUARDED).volume(efs("b", "fs-2"))));
  }

  @Test
  void enabledPasses() {
    assertEquals(Verdict.PASS, verdict(task().volume(GUARDED)));
  }

  @Test
  void noFileSystemIsNotApplicable() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(task()));
  }

  @Test
  void aRevisionThatWasNotDescribedIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(task().notDescribed()));
  }
}
