package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.Disk;
import ecsadvisor.models.fact.security.FileSystemSecurity;
import ecsadvisor.models.fact.security.RecoveryPoint;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.StorageSecurity.ManagedVolume;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is every volume that outlives a task backed up? A recovery point that is old fails whatever a
 * plan promises; without one, a plan that selects the file system or its own automatic backup is
 * enough. ECS deletes the EBS volumes that it makes for a service with their tasks, so only their
 * recovery points show a backup. NIST CP-9; Config rule {@code
 * efs-resources-protected-by-backup-plan}.
 */
public final class VolumesBackedUp implements TaskCheck {
  /** Settings. */
  public record Settings(
      @Setting("Most days between the newest backup and the day on which backups were listed")
          int rpoDays) {
    public Settings {
      if (rpoDays < 1) {
        throw new IllegalArgumentException("rpoDays must be at least 1, not " + rpoDays);
      }
    }

    /** A week. */
    public static Settings defaults() {
      return new Settings(7);
    }
  }

  private static final Map<String, String> CALLS =
      Map.of(
          "backup-protected-resource", "aws backup list-protected-resources",
          "backup-selection", "aws backup get-backup-selection of every selection",
          "efs-backup-policy", "aws efs describe-backup-policy of every file system");

  private final Settings settings;

  public VolumesBackedUp(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "Every volume that outlives its task is backed up";
  }

  @Override
  public List<String> needs() {
    return List.of(
        "ecs-service",
        "ecs-task-definition",
        FileSystems.KIND,
        "efs-backup-policy",
        "backup-plan",
        "backup-selection",
        "backup-protected-resource");
  }

  @Override
  public String remedy() {
    return "Select the file system in a backup plan, or turn on its automatic backups.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers = new ArrayList<>();
    for (KeptVolume volume : KeptVolume.of(task, service)) {
      answers.add(
          switch (volume.kind()) {
            case EFS -> fileSystem(volume, service);
            case EBS -> managed(volume, service);
            case FSX, DOCKER, HOST_PATH, SCRATCH -> notShown(volume);
          });
    }
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NOTHING_KEPT));
  }

  private CheckResult fileSystem(KeptVolume volume, SecurityFacts service) {
    FileSystemSecurity found =
        service.security().storage().fileSystem(volume.volume().fileSystemId());
    if (found == null) {
      return FileSystems.unresolved(service, volume);
    }
    Evidence id = new Evidence("file_system", found.id());
    RecoveryPoint last = found.lastBackup();
    if (last != null && !Freshness.isStale(service, last.readAt())) {
      Evidence at = new Evidence("newest_backup", last.at().toString());
      return current(last, service)
          ? CheckResult.pass(id, at)
          : CheckResult.fail(CheckReason.BACKUP_OLD, volume.evidence(), id, at);
    }
    if (found.backupPolicy().startsWith("ENABL")) {
      return CheckResult.pass(id, new Evidence("automatic_backup", found.backupPolicy()));
    }
    return planned(volume, found, service);
  }

  private CheckResult planned(KeptVolume volume, FileSystemSecurity found, SecurityFacts service) {
    Evidence id = new Evidence("file_system", found.id());
    String undecided = "";
    for (BackupSelection selection : service.security().storage().selections()) {
      BackupCoverage coverage =
          BackupCoverage.of(selection, found.arn(), found.tags(), found.tagsKnown());
      if (coverage == BackupCoverage.COVERED) {
        return CheckResult.pass(id, new Evidence("backup_plan", selection.plan()));
      }
      undecided = coverage == BackupCoverage.UNDECIDED ? selection.plan() : undecided;
    }
    List<String> kinds =
        found.backupPolicy().isEmpty()
            ? List.of("backup-protected-resource", "backup-selection", "efs-backup-policy")
            : List.of("backup-protected-resource", "backup-selection");
    for (String kind : kinds) {
      CheckResult unread = Freshness.unread(service, kind, CALLS.getOrDefault(kind, kind));
      if (unread != null) {
        return unread;
      }
    }
    if (!undecided.isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "backup-selection",
          "Add aws backup get-backup-selection of plan " + undecided + ", and the resource's tags.",
          volume.evidence(),
          id,
          new Evidence("backup_plan", undecided));
    }
    return CheckResult.fail(CheckReason.NOT_BACKED_UP, volume.evidence(), id);
  }

  private CheckResult managed(KeptVolume volume, SecurityFacts service) {
    ManagedVolume found = service.security().storage().managedVolume(volume.volume().name());
    if (found == null || found.disks().isEmpty()) {
      return notShown(volume);
    }
    for (Disk disk : found.disks()) {
      @Nullable RecoveryPoint last = disk.lastBackup();
      if (last == null || !current(last, service)) {
        return notShown(volume);
      }
    }
    return CheckResult.pass(
        volume.evidence(), new Evidence("volumes_backed_up", "" + found.disks().size()));
  }

  private boolean current(RecoveryPoint last, SecurityFacts service) {
    Instant endOfDay = service.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return last.within(settings.rpoDays(), endOfDay);
  }

  private static CheckResult notShown(KeptVolume volume) {
    return CheckResult.noData(
        CheckReason.BACKUP_NOT_SHOWN,
        "attestations",
        "State how the data of this volume is backed up, or that it holds none worth keeping.",
        volume.evidence(),
        new Evidence("kind", volume.kind().name()));
  }
}
