package ecsadvisor.models.security.storage;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.StorageBuilder.disk;
import static ecsadvisor.models.fixture.StorageBuilder.ebs;
import static ecsadvisor.models.fixture.StorageBuilder.efs;
import static ecsadvisor.models.fixture.StorageBuilder.machine;
import static ecsadvisor.models.fixture.StorageBuilder.storage;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.StorageBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumesEncryptedTest {
  private final VolumesEncrypted check = new VolumesEncrypted();

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  private static SecurityBuilder onEc2(StorageBuilder kept) {
    return security(service().ec2())
        .with(kept.build())
        .read("ecs-container-instance", "ec2-volume");
  }

  @Test
  void fargateWithoutVolumesKeepsNothing() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(security()));
  }

  @Test
  void aPlainFileSystemFails() {
    StorageBuilder kept = storage().fileSystem("fs-1", false, List.of(), true, "", null);
    CheckResult result =
        check.judge(security().runs(task().volume(efs("data", "fs-1"))).with(kept.build()).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NOT_ENCRYPTED), result.reasons());
    assertEquals(new Evidence("file_system", "fs-1"), result.because().get(2));
  }

  @Test
  void theSecondFileSystemCountsToo() {
    StorageBuilder kept =
        storage().fileSystem("fs-1", "", null).fileSystem("fs-2", false, List.of(), true, "", null);
    assertEquals(
        Verdict.FAIL,
        verdict(
            security()
                .runs(task().volume(efs("a", "fs-1")).volume(efs("b", "fs-2")))
                .with(kept.build())));
  }

  @Test
  void encryptedFileSystemsPass() {
    StorageBuilder kept = storage().fileSystem("fs-1", "", null);
    assertEquals(
        Verdict.PASS,
        verdict(security().runs(task().volume(efs("data", "fs-1"))).with(kept.build())));
  }

  @Test
  void aFileSystemThatDoesNotSayIsOpen() {
    StorageBuilder kept = storage().fileSystem("fs-1", null, List.of(), true, "", null);
    assertEquals(
        Verdict.NO_DATA,
        verdict(security().runs(task().volume(efs("data", "fs-1"))).with(kept.build())));
  }

  @Test
  void onePlainDiskOfTheInstancesFails() {
    StorageBuilder kept =
        storage()
            .on(machine("i-1", "a", disk("vol-1", true, null)))
            .on(machine("i-2", "b", disk("vol-2", false, null)));
    CheckResult result = check.judge(onEc2(kept).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(new Evidence("disk", "vol-2 of i-2"), result.because().get(1));
  }

  @Test
  void aPlainDiskFailsEvenWhereTheExportIsNotComplete() {
    StorageBuilder kept = storage().on(machine("i-2", "b", disk("vol-2", false, null)));
    assertEquals(Verdict.FAIL, verdict(security(service().ec2()).with(kept.build())));
  }

  @Test
  void encryptedDisksPass() {
    StorageBuilder kept = storage().on(machine("i-1", "a", disk("vol-1", true, null)));
    assertEquals(Verdict.PASS, verdict(onEc2(kept)));
  }

  @Test
  void anInstanceWhoseDisksAreNotKnownIsOpen() {
    MachineSecurity unknown =
        new MachineSecurity("i-3", "a", "", false, false, false, List.of(), false);
    assertEquals(Verdict.NO_DATA, verdict(onEc2(storage().on(unknown))));
  }

  @Test
  void ec2WithoutItsInstancesIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().ec2())));
  }

  @Test
  void serversOutsideAwsNeedAStatement() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().launchedOn(LaunchType.EXTERNAL))));
  }

  @Test
  void anUnknownPlatformIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().launchedOn(LaunchType.UNKNOWN))));
  }

  @Test
  void aVolumeThatEcsEncryptsPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(
            security().runs(task().volume(ebs("db"))).with(storage().managed("db", true).build())));
  }

  @Test
  void theRegionsDefaultMayEncryptWhatTheServiceDoesNotAskFor() {
    SecurityBuilder open =
        security().runs(task().volume(ebs("db"))).with(storage().managed("db", false).build());
    assertEquals(Verdict.NO_DATA, verdict(open));
    StorageBuilder plain = storage().managed("db", false, disk("vol-1", false, null));
    assertEquals(
        Verdict.FAIL, verdict(security().runs(task().volume(ebs("db"))).with(plain.build())));
    StorageBuilder encrypted = storage().managed("db", false, disk("vol-1", true, null));
    assertEquals(
        Verdict.PASS, verdict(security().runs(task().volume(ebs("db"))).with(encrypted.build())));
  }
}
