package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.StarPattern;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.setting.Setting;
import java.util.List;
import java.util.Locale;

/**
 * Did a pipeline register the revision that runs? Its {@code registeredBy} tells; without it the
 * service's {@code createdBy}. Users, the root user and roles of IAM Identity Center are people
 * unless their name is a pipeline's. Advisory. CCM CCC-01.
 */
public final class DeployedByPipeline implements TaskCheck {
  /** Settings. */
  public record Settings(
      @Setting("Names of pipelines' roles and users in lower case; * stands for any text")
          List<String> pipelines) {
    public Settings {
      pipelines = List.copyOf(pipelines);
    }

    /** What pipelines are often called. */
    public static Settings defaults() {
      return new Settings(
          List.of(
              "*pipeline*",
              "*deploy*",
              "*codebuild*",
              "*github*",
              "*gitlab*",
              "*jenkins*",
              "*circleci*",
              "*buildkite*",
              "*terraform*",
              "*pulumi*",
              "*cicd*",
              "*ci-cd*",
              "ci-*",
              "*-ci",
              "cdk-*-cfn-exec-role*",
              "*cloudformation*"));
    }
  }

  private final Settings settings;

  public DeployedByPipeline(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "A pipeline registers the revisions that run";
  }

  @Override
  public String remedy() {
    return "Let a pipeline's role register task definitions, and take the right from people.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    String principal =
        task.registeredBy().isEmpty() ? service.security().createdBy() : task.registeredBy();
    Evidence by = new Evidence("registered_by", principal.isEmpty() ? "not known" : principal);
    String name = name(principal);
    if (settings.pipelines().stream().anyMatch(one -> StarPattern.matches(one, name))) {
      return CheckResult.pass(by);
    }
    boolean person =
        principal.contains(":user/")
            || principal.endsWith(":root")
            || name.startsWith("awsreservedsso_");
    return person
        ? CheckResult.fail(CheckReason.MANUAL_CHANGE, by)
        : CheckResult.noData(
            CheckReason.PRINCIPAL_UNKNOWN,
            "attestations",
            "State that only a pipeline deploys, or name its role in the settings.",
            by);
  }

  /** The role's or user's own name, without path and session. */
  private static String name(String principal) {
    String[] parts = principal.toLowerCase(Locale.ROOT).split("/", -1);
    boolean session = principal.contains(":assumed-role/") && parts.length > 2;
    return session ? parts[1] : parts[parts.length - 1];
  }
}
