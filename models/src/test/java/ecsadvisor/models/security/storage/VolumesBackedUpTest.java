package ecsadvisor.models.security.storage;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.StorageBuilder.disk;
import static ecsadvisor.models.fixture.StorageBuilder.ebs;
import static ecsadvisor.models.fixture.StorageBuilder.efs;
import static ecsadvisor.models.fixture.StorageBuilder.host;
import static ecsadvisor.models.fixture.StorageBuilder.storage;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.fixture.StorageBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumesBackedUpTest {
  private static final String RECENT = "2026-11-19T05:00:00Z";
  private static final String[] ALL = {
    "efs-file-system", "efs-backup-policy", "backup-selection", "backup-protected-resource"
  };

  private final VolumesBackedUp check = new VolumesBackedUp(VolumesBackedUp.Settings.defaults());

  private static SecurityBuilder mounting(String... ids) {
    TaskBuilder task = task();
    for (String id : ids) {
      task.volume(efs("data-" + id, id));
    }
    return security().runs(task);
  }

  private void assertEnds(Verdict verdict, CheckReason reason, SecurityBuilder service) {
    CheckResult result = check.judge(service.facts());
    assertEquals(verdict, result.verdict());
    assertEquals(List.of(reason), result.reasons());
  }

  @Test
  void noVolumeIsNotApplicable() {
    assertEnds(Verdict.NOT_APPLICABLE, CheckReason.NOTHING_KEPT, security());
  }

  @Test
  void aRecentRecoveryPointPasses() {
    StorageBuilder kept = storage().fileSystem("fs-1", "", RECENT);
    assertEquals(Verdict.PASS, check.judge(mounting("fs-1").with(kept.build()).facts()).verdict());
  }

  @Test
  void anOldRecoveryPointFailsWhateverThePolicySays() {
    StorageBuilder kept = storage().fileSystem("fs-1", "ENABLED", "2026-11-12T00:00:00Z");
    assertEnds(Verdict.FAIL, CheckReason.BACKUP_OLD, mounting("fs-1").with(kept.build()));
  }

  @Test
  void theLastDayOfTheSettingStillPasses() {
    StorageBuilder kept = storage().fileSystem("fs-1", "", "2026-11-13T00:00:00Z");
    assertEquals(Verdict.PASS, check.judge(mounting("fs-1").with(kept.build()).facts()).verdict());
  }

  @Test
  void automaticBackupsPass() {
    StorageBuilder kept = storage().fileSystem("fs-1", "ENABLED", null);
    assertEquals(Verdict.PASS, check.judge(mounting("fs-1").with(kept.build()).facts()).verdict());
  }

  @Test
  void aPlanThatSelectsItPasses() {
    StorageBuilder kept =
        storage()
            .fileSystem("fs-1", "DISABLED", null)
            .selects(
                new BackupSelection(
                    "daily",
                    true,
                    List.of("arn:aws:elasticfilesystem:*:*:file-system/*"),
                    List.of(),
                    List.of(),
                    List.of()));
    CheckResult result = check.judge(mounting("fs-1").with(kept.build()).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals("daily", result.because().get(2).value());
  }

  @Test
  void nothingThatCoversItFails() {
    StorageBuilder kept = storage().fileSystem("fs-1", "DISABLED", null);
    assertEnds(
        Verdict.FAIL, CheckReason.NOT_BACKED_UP, mounting("fs-1").with(kept.build()).read(ALL));
  }

  @Test
  void anAbsentRecoveryPointProvesNothingWithoutItsList() {
    StorageBuilder kept = storage().fileSystem("fs-1", "DISABLED", null);
    assertEnds(
        Verdict.NO_DATA,
        CheckReason.MISSING_EXPORT,
        mounting("fs-1").with(kept.build()).read("backup-selection"));
  }

  @Test
  void aSelectionThatWasOnlyListedLeavesItOpen() {
    StorageBuilder kept =
        storage()
            .fileSystem("fs-1", "DISABLED", null)
            .selects(new BackupSelection("p-1", false, List.of(), List.of(), List.of(), List.of()));
    assertEnds(
        Verdict.NO_DATA,
        CheckReason.UNRESOLVED_REFERENCE,
        mounting("fs-1").with(kept.build()).read(ALL));
  }

  @Test
  void aFileSystemThatACompleteExportLacksIsUnresolved() {
    assertEnds(Verdict.NO_DATA, CheckReason.UNRESOLVED_REFERENCE, mounting("fs-9").read(ALL));
  }

  @Test
  void allVolumesCountNotTheFirst() {
    StorageBuilder kept =
        storage().fileSystem("fs-1", "ENABLED", null).fileSystem("fs-2", "DISABLED", null);
    CheckResult result = check.judge(mounting("fs-1", "fs-2").with(kept.build()).read(ALL).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(new Evidence("volume", "data-fs-2"), result.because().get(1));
  }

  @Test
  void aVolumeThatEcsMakesNeedsAStatement() {
    StorageBuilder kept = storage().managed("scratch", true, disk("vol-1", true, null));
    assertEnds(
        Verdict.NO_DATA,
        CheckReason.BACKUP_NOT_SHOWN,
        security().runs(task().volume(ebs("scratch"))).with(kept.build()));
  }

  @Test
  void recoveryPointsOfAllVolumesThatEcsMadePass() {
    StorageBuilder kept = storage().managed("db", true, disk("vol-1", true, RECENT));
    assertEquals(
        Verdict.PASS,
        check
            .judge(security().runs(task().volume(ebs("db"))).with(kept.build()).facts())
            .verdict());
  }

  @Test
  void aWrittenDirectoryOfTheHostNeedsAStatement() {
    TaskBuilder task =
        task()
            .volume(host("uploads", "/data/uploads"))
            .container(container("app").mount("uploads", "/uploads", false));
    assertEnds(Verdict.NO_DATA, CheckReason.BACKUP_NOT_SHOWN, security().runs(task));
  }

  @Test
  void socketsAndDirectoriesThatAreOnlyReadHoldNoData() {
    TaskBuilder task =
        task()
            .volume(host("docker", "/var/run/docker.sock"))
            .volume(host("proc", "/proc"))
            .volume(host("certificates", "/etc/pki"))
            .container(
                container("app")
                    .mount("docker", "/var/run/docker.sock", false)
                    .mount("proc", "/host/proc", false)
                    .mount("certificates", "/etc/pki", true));
    assertEnds(Verdict.NOT_APPLICABLE, CheckReason.NOTHING_KEPT, security().runs(task));
  }

  @Test
  void aSharedDockerVolumeNeedsAStatement() {
    VolumeSecurity shared = new VolumeSecurity("cache", "", "", "", "", "", "shared", false);
    assertEnds(
        Verdict.NO_DATA, CheckReason.BACKUP_NOT_SHOWN, security().runs(task().volume(shared)));
  }

  @Test
  void aWindowsFileServerNeedsAStatement() {
    ServiceBuilder service = service().volume(new Volume("share", VolumeKind.FSX, true));
    VolumeSecurity share = new VolumeSecurity("share", "", "", "", "", "", "", false);
    assertEnds(
        Verdict.NO_DATA,
        CheckReason.BACKUP_NOT_SHOWN,
        SecurityBuilder.of(service).runs(task().volume(share)));
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new VolumesBackedUp.Settings(0));
  }
}
