package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the load balancer speak to the tasks by HTTPS or TLS? Asked only where {@code strictTransit}
 * is set: within a VPC AWS's own practice leaves it open. Load balancers do not verify the tasks'
 * certificates.
 */
public final class TargetsEncrypted implements ServiceCheck {
  /** What can be set. */
  public record Settings(
      @Setting("Whether load balancers must encrypt what they send to tasks")
          boolean strictTransit) {
    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(false);
    }
  }

  private final Settings settings;

  public TargetsEncrypted(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "Load balancers encrypt what they send to the tasks";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "elbv2-target-group");
  }

  @Override
  public String remedy() {
    return "Give the tasks a certificate and the target group the protocol HTTPS or TLS.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    CheckResult absent = LoadBalancers.absent(service);
    if (absent != null) {
      return absent;
    }
    EntrySecurity entry = service.security().entry();
    List<Evidence> protocols = new ArrayList<>();
    entry
        .targetProtocols()
        .forEach(
            (arn, protocol) -> protocols.add(new Evidence("target_group", protocol + " " + arn)));
    if (!settings.strictTransit()) {
      return CheckResult.of(Verdict.NOT_APPLICABLE, List.of(CheckReason.NOT_DEMANDED), protocols);
    }
    if (entry.targetProtocols().containsValue("HTTP")) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.PLAIN_TARGETS), protocols);
    }
    CheckResult classic = LoadBalancers.classic(service, id());
    if (classic != null) {
      return classic;
    }
    for (String arn : entry.targetGroupArns()) {
      String protocol = entry.targetProtocols().get(arn);
      if (protocol == null) {
        return CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "elbv2-target-group",
            "Add aws elbv2 describe-target-groups of " + arn + ".");
      }
      if (!protocol.equals("HTTPS") && !protocol.equals("TLS")) {
        return CheckResult.noData(
                CheckReason.PASSED_THROUGH,
                "attestations",
                "State in --attestations who encrypts it: check targets-encrypted.")
            .with(protocols);
      }
    }
    return CheckResult.of(Verdict.PASS, List.of(), protocols);
  }
}
