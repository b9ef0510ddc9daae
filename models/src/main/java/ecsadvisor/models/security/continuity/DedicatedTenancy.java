package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.setting.Setting;
import java.util.List;

/**
 * Does it run on hardware that no other customer shares, where that is required? Fargate shares
 * hardware, so there the requirement fails. CCM DCS-01.
 */
public final class DedicatedTenancy implements ServiceCheck {
  /** Settings. */
  public record Settings(
      @Setting("Whether services must run on hardware that no other customer shares")
          boolean dedicatedTenancyRequired) {
    /** Not required. */
    public static Settings defaults() {
      return new Settings(false);
    }
  }

  private final Settings settings;

  public DedicatedTenancy(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The service runs on dedicated hardware where that is required";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-container-instance", "ec2-instance");
  }

  @Override
  public String remedy() {
    return "Run the service on instances whose tenancy is dedicated or host.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    if (!settings.dedicatedTenancyRequired()) {
      return CheckResult.notApplicable(CheckReason.TENANCY_NOT_REQUIRED);
    }
    return switch (service.config().launchType()) {
      case FARGATE ->
          CheckResult.fail(CheckReason.SHARED_HARDWARE, new Evidence("launch_type", "FARGATE"));
      case EC2, MANAGED_INSTANCES, UNKNOWN -> machines(service);
      case EXTERNAL ->
          CheckResult.noData(
              CheckReason.OUTSIDE_AWS, "attestations", "State who else uses these servers.");
    };
  }

  private static CheckResult machines(SecurityFacts service) {
    List<MachineSecurity> machines = service.security().continuity().machines();
    boolean known = !machines.isEmpty();
    for (MachineSecurity machine : machines) {
      if (machine.tenancy().equals("default")) {
        return CheckResult.fail(
            CheckReason.SHARED_HARDWARE,
            new Evidence("instance", machine.instanceId()),
            new Evidence("tenancy", machine.tenancy()));
      }
      known &= !machine.tenancy().isEmpty();
    }
    CheckResult unread =
        Freshness.unread(service, "ecs-container-instance", "aws ecs describe-container-instances");
    if (unread != null) {
      return unread;
    }
    return known
        ? CheckResult.pass(new Evidence("instances_dedicated", "" + machines.size()))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-instance",
            "Add aws ec2 describe-instances of the cluster's instances.");
  }
}
