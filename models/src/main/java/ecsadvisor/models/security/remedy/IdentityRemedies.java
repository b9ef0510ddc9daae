package ecsadvisor.models.security.remedy;

import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.finding.SecurityStep.EditCluster;
import ecsadvisor.models.finding.SecurityStep.SetPasswordPolicy;
import ecsadvisor.models.finding.SecurityStep.TagResource;
import ecsadvisor.models.finding.TaskEdit.ChooseTaskRole;
import java.util.List;
import java.util.Map;

/** Fixes of roles and rights. What a role needs, its people know: no policy is made up here. */
final class IdentityRemedies {
  /** What Security Hub IAM.7 asks for at least. */
  private static final int PASSWORD_LENGTH = 14;

  private IdentityRemedies() {}

  static Map<String, Remedy> all() {
    return Map.ofEntries(
        Map.entry(
            "no-administrator-access",
            policy(
                "Detach the policies below, or replace their statements by the actions and"
                    + " resources that the tasks use: IAM Access Analyzer proposes a policy from"
                    + " CloudTrail (`aws accessanalyzer start-policy-generation`).")),
        Map.entry(
            "no-privilege-escalation",
            policy(
                "Take the actions below from the role, or limit them to named resources and, for"
                    + " iam:PassRole, with a condition on iam:PassedToService.")),
        Map.entry(
            "no-service-wildcards",
            policy(
                "Replace the wildcard by the actions that the tasks use, on named resources: the"
                    + " role's last accessed services and actions say which"
                    + " (`aws iam generate-service-last-accessed-details`).")),
        Map.entry(
            "trust-limited",
            policy(
                "Let the role's trust policy name ecs-tasks.amazonaws.com only, with a condition on"
                    + " aws:SourceAccount.")),
        Map.entry("role-not-shared", ownRole()),
        Map.entry("roles-separate", ownRole()),
        Map.entry(
            "identities-known",
            Remedy.byHand(
                "Give the task definition a task role and an execution role that exist, and deploy"
                    + " it: without a task role, tasks on EC2 act with the instance's.")),
        Map.entry(
            "roles-used",
            Remedy.byHand(
                "Look whether the tasks still need the role; if not, take taskRoleArn from the task"
                    + " definition and delete the role.")),
        Map.entry(
            "owner-tagged",
            new Remedy(
                "Tag the service with its owner.",
                failed ->
                    failed.onService(new TagResource(FixTarget.service(failed.facts()).arn())))),
        Map.entry(
            "password-policy",
            new Remedy(
                "Set the account's password policy.",
                failed ->
                    List.of(
                        new Fix(
                            FixTarget.account(failed.facts()),
                            new SetPasswordPolicy(PASSWORD_LENGTH))))),
        Map.entry(
            "exec-logged",
            new Remedy(
                "Have the cluster record what ECS Exec does, or turn Exec off.",
                failed ->
                    List.of(
                        new Fix(
                            FixTarget.cluster(failed.facts()),
                            new EditCluster(
                                failed.facts().key().clusterName(),
                                EditCluster.Edit.EXEC_LOGGING))))));
  }

  /** What to change by hand, with the statements that the check found. */
  private static Remedy policy(String text) {
    return new Remedy(text, failed -> failed.onService(new ByHand(text, failed.evidence())));
  }

  private static Remedy ownRole() {
    return new Remedy(
        "Make a role for these tasks alone and name it as taskRoleArn.",
        failed -> failed.onTask(task -> List.of(new ChooseTaskRole())));
  }
}
