package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.setting.Setting;
import java.util.List;

/**
 * Does the service come from code? PASS where its CloudFormation stack exists, or where a tag names
 * a tool (Terraform, Pulumi, Copilot, CDK and others). A stack that no longer exists left the
 * service behind: FAIL. NIST CM-2; CCM CCC-01.
 */
public final class ManagedByCode implements ServiceCheck {
  /** Settings. */
  public record Settings(
      @Setting("Keys of tags whose value names the tool that manages a service, in any spelling")
          List<String> codeTags,
      @Setting("Names of such tools in lower case; a tag's key may also begin with one")
          List<String> codeTools) {
    public Settings {
      codeTags = List.copyOf(codeTags);
      codeTools = List.copyOf(codeTools);
      if (codeTags.stream().anyMatch(String::isBlank)
          || codeTools.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("codeTags and codeTools must not hold blank texts");
      }
    }

    /** What the tools' own examples and guides use. */
    public static Settings defaults() {
      return new Settings(
          List.of(
              "managed-by", "created-by", "deployed-by", "provisioned-by", "provisioner", "iac"),
          List.of(
              "terraform",
              "opentofu",
              "pulumi",
              "copilot",
              "cdk",
              "aws_cdk",
              "cloudformation",
              "crossplane",
              "serverless",
              "sst"));
    }
  }

  private final Settings settings;

  public ManagedByCode(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The service comes from code";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "cloudformation-stack");
  }

  @Override
  public String remedy() {
    return "Import the service into a CloudFormation stack or the state of your tool, and tag it.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    return Provenance.of(service, settings).answer();
  }
}
