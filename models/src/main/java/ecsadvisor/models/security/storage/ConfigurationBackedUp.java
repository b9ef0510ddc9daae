package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.security.audit.ConfigRecords;
import ecsadvisor.models.security.change.ManagedByCode;
import ecsadvisor.models.security.change.Provenance;
import java.util.List;

/**
 * Could the service be made again? Its configuration is kept where it comes from code, or where AWS
 * Config records ECS. NIST CP-9, system-level information.
 */
public final class ConfigurationBackedUp implements ServiceCheck {
  private final ManagedByCode.Settings settings;
  private final ConfigRecords recorder = new ConfigRecords();

  public ConfigurationBackedUp(ManagedByCode.Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The service's configuration is kept in code or by AWS Config";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "cloudformation-stack", "config-recorder");
  }

  @Override
  public String remedy() {
    return "Manage the service by code, or let AWS Config record AWS::ECS::Service and"
        + " AWS::ECS::TaskDefinition.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    CheckResult code = Provenance.of(service, settings).answer();
    if (code.verdict() == Verdict.PASS) {
      return code;
    }
    CheckResult recorded = recorder.judge(service);
    return switch (recorded.verdict()) {
      case PASS, NO_DATA -> recorded;
      case FAIL, NOT_APPLICABLE ->
          code.verdict() == Verdict.FAIL
              ? CheckResult.fail(CheckReason.CONFIGURATION_NOT_KEPT).with(recorded.because())
              : code.with(recorded.because());
    };
  }
}
