package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.security.Disk;
import ecsadvisor.models.fact.security.FileSystemSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.StorageSecurity.ManagedVolume;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * Is what the service keeps encrypted at rest: its EFS file systems, the EBS volumes that ECS makes
 * for it, and the disks of the instances that it can run on? Fargate's own storage always is, and
 * so is FSx. An EBS volume that does not ask for encryption gets it where the region's default says
 * so: the volume itself decides. Config rules {@code efs-encrypted-check}, {@code
 * encrypted-volumes}.
 */
public final class VolumesEncrypted implements TaskCheck {
  @Override
  public String statement() {
    return "What the service keeps is encrypted at rest";
  }

  @Override
  public List<String> needs() {
    return List.of(
        "ecs-service",
        "ecs-task-definition",
        FileSystems.KIND,
        "ecs-container-instance",
        "ec2-instance",
        "ec2-volume");
  }

  @Override
  public String remedy() {
    return "Copy the data to an encrypted file system; make encryption the region's default for"
        + " EBS and replace the instances.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers = new ArrayList<>();
    for (KeptVolume volume : KeptVolume.of(task, service)) {
      switch (volume.kind()) {
        case EFS -> answers.add(fileSystem(volume, service));
        case EBS -> answers.add(managed(volume, service));
        case FSX -> answers.add(CheckResult.pass(volume.evidence(), new Evidence("kind", "FSX")));
        case DOCKER, HOST_PATH, SCRATCH -> {
          // On the disks of the instances, which are asked below.
        }
      }
    }
    CheckResult disks = InstanceDisks.encrypted(service);
    if (disks != null) {
      answers.add(disks);
    }
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NOTHING_KEPT));
  }

  private static CheckResult fileSystem(KeptVolume volume, SecurityFacts service) {
    FileSystemSecurity found =
        service.security().storage().fileSystem(volume.volume().fileSystemId());
    if (found == null) {
      return FileSystems.unresolved(service, volume);
    }
    Evidence id = new Evidence("file_system", found.id());
    Boolean encrypted = found.encrypted();
    if (encrypted == null) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          FileSystems.KIND,
          "Add " + FileSystems.CALL + " of " + found.id() + ".",
          id);
    }
    return encrypted
        ? CheckResult.pass(id)
        : CheckResult.fail(CheckReason.NOT_ENCRYPTED, volume.evidence(), id);
  }

  private static CheckResult managed(KeptVolume volume, SecurityFacts service) {
    ManagedVolume found = service.security().storage().managedVolume(volume.volume().name());
    if (found != null && found.encrypted()) {
      return CheckResult.pass(volume.evidence(), new Evidence("managedEBSVolume", "encrypted"));
    }
    List<CheckResult> disks = new ArrayList<>();
    for (Disk disk : found == null ? List.<Disk>of() : found.disks()) {
      Evidence id = new Evidence("disk", disk.volumeId());
      if (disk.encrypted() != null) {
        disks.add(
            disk.encrypted()
                ? CheckResult.pass(id)
                : CheckResult.fail(CheckReason.NOT_ENCRYPTED, volume.evidence(), id));
      }
    }
    return AllOf.of(
        disks,
        CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-volume",
            "Add aws ec2 describe-volumes: the service does not ask for encryption, the region's"
                + " default may.",
            volume.evidence()));
  }
}
