package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class EfsTransitEncryptionTest {
  private final EfsTransitEncryption check = new EfsTransitEncryption();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  private static VolumeSecurity efs(String name, String encryption) {
    return new VolumeSecurity(name, "", "fs-1", encryption, "", "", "", false);
  }

  @Test
  void everyVolumeCountsNotTheFirstAlone() {
    CheckResult result =
        check.judge(
            security().runs(task().volume(efs("a", "ENABLED")).volume(efs("b", ""))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.EFS_PLAINTEXT), result.reasons());
    assertTrue(result.because().contains(new Evidence("volume", "b")));
    assertFalse(result.because().contains(new Evidence("volume", "a")));
  }

  @Test
  void allEncryptedPasses() {
    assertEquals(
        Verdict.PASS, verdict(task().volume(efs("a", "ENABLED")).volume(efs("b", "ENABLED"))));
  }

  @Test
  void disabledFails() {
    assertEquals(Verdict.FAIL, verdict(task().volume(efs("a", "DISABLED"))));
  }

  @Test
  void noEfsIsNoSubject() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(task()));
    assertEquals(
        Verdict.NOT_APPLICABLE,
        verdict(task().volume(new VolumeSecurity("a", "/data", "", "", "", "", "", false))));
  }

  @Test
  void aPlaceholderOrWhatCannotBeReadLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(task().volume(efs("a", "${TLS}"))));
    assertEquals(Verdict.NO_DATA, verdict(task().leavesOpen("volumes")));
    assertEquals(Verdict.NO_DATA, verdict(task().leavesOpen("volumes.efsVolumeConfiguration")));
    assertEquals(Verdict.FAIL, verdict(task().volume(efs("a", "${TLS}")).volume(efs("b", ""))));
  }
}
