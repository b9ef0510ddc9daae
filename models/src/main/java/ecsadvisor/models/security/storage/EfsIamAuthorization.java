package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Does mounting its EFS file systems need the task role's permission? Absent means that it does
 * not. Advisory.
 */
public final class EfsIamAuthorization implements TaskCheck {
  @Override
  public String statement() {
    return "EFS file systems are mounted with the task role's permission";
  }

  @Override
  public String remedy() {
    return "Set authorizationConfig.iam to ENABLED on every EFS volume.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers =
        KeptVolume.of(task, service).stream()
            .filter(volume -> volume.kind() == VolumeKind.EFS)
            .map(EfsIamAuthorization::judge)
            .toList();
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NOTHING_KEPT));
  }

  private static CheckResult judge(KeptVolume volume) {
    Evidence id = new Evidence("fileSystemId", volume.volume().fileSystemId());
    return volume.volume().iamAuthorization().equals("ENABLED")
        ? CheckResult.pass(volume.evidence(), id)
        : CheckResult.fail(CheckReason.FILE_SYSTEM_OPEN, volume.evidence(), id);
  }
}
