package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.ArrayList;
import java.util.List;

/**
 * Is everything that goes to EFS encrypted in transit? Security Hub ECS.18, Config rule {@code
 * ecs-task-definition-efs-encryption-enabled}: {@code transitEncryption} is ENABLED for every EFS
 * volume, not for the first one alone; absent means disabled. Not applicable without EFS.
 */
public final class EfsTransitEncryption implements TaskCheck {
  private static final List<String> UNREADABLE =
      List.of("volumes", "volumes.efsVolumeConfiguration");

  @Override
  public String statement() {
    return "Every EFS volume is encrypted in transit";
  }

  @Override
  public String remedy() {
    return "Set transitEncryption to ENABLED in every efsVolumeConfiguration.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<VolumeSecurity> mounted =
        task.volumes().stream().filter(volume -> !volume.fileSystemId().isEmpty()).toList();
    List<Evidence> plain = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (VolumeSecurity volume : mounted) {
      if (Unresolved.in(volume.transitEncryption())) {
        open.add("volumes." + volume.name() + ".transitEncryption");
      } else if (!volume.transitEncryption().equals("ENABLED")) {
        plain.add(new Evidence("volume", volume.name()));
        plain.add(new Evidence(volume.name() + ".fileSystemId", volume.fileSystemId()));
      }
    }
    if (!plain.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.EFS_PLAINTEXT), plain);
    }
    UNREADABLE.stream().filter(task.open().paths()::contains).forEach(open::add);
    if (!open.isEmpty()) {
      return Unresolved.of(task, open);
    }
    return mounted.isEmpty() ? CheckResult.notApplicable(CheckReason.NO_EFS) : CheckResult.pass();
  }
}
