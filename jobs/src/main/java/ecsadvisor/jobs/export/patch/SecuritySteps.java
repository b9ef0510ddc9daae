package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.SecurityStep;

/** Writes the steps that make something more secure, but for those of {@link ServiceRevision}. */
final class SecuritySteps {
  private SecuritySteps() {}

  static void write(StepDraft draft, SecurityStep step) {
    if (step instanceof SecurityStep.EditCluster edit) {
      ClusterSetting.write(draft, edit);
    } else if (step instanceof SecurityStep.EditRepository edit) {
      RepositorySetting.write(draft, edit);
    } else if (step instanceof SecurityStep.TagResource tag) {
      ResourceTag.write(draft, tag);
    } else if (step instanceof SecurityStep.PutRetention put) {
      LogRetention.write(draft, put);
    } else if (step instanceof SecurityStep.SecureListener secure) {
      ListenerProtection.write(draft, secure);
    } else if (step instanceof SecurityStep.AssociateWebAcl associate) {
      WebAclAssociation.write(draft, associate);
    } else if (step instanceof SecurityStep.TurnOn turnOn) {
      Guards.write(draft, turnOn);
    } else if (step instanceof SecurityStep.CreateAlarm create) {
      ServiceAlarm.write(draft, create);
    } else if (step instanceof SecurityStep.BackUpFileSystem backUp) {
      FileSystemBackup.write(draft, backUp);
    } else if (step instanceof SecurityStep.ProtectInstances protect) {
      InstanceProtection.write(draft, protect);
    } else if (step instanceof SecurityStep.CloseSecurityGroup close) {
      SecurityGroupRules.write(draft, close);
    } else if (step instanceof SecurityStep.SetPasswordPolicy set) {
      PasswordRules.write(draft, set);
    } else if (step instanceof SecurityStep.ByHand byHand) {
      byHand(draft, byHand);
    } else {
      throw new IllegalStateException("No patch for " + step.getClass().getSimpleName());
    }
  }

  private static void byHand(StepDraft draft, SecurityStep.ByHand byHand) {
    draft.say("By hand: " + byHand.text());
    byHand.items().forEach(item -> draft.say(MarkdownText.of(item)));
  }
}
