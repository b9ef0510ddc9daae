package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import org.jspecify.annotations.Nullable;

/** Whether load balancers are in front of a service. */
final class LoadBalancers {
  private LoadBalancers() {}

  /** The answer where none is, or where nothing says; null where there is one. */
  static @Nullable CheckResult absent(SecurityFacts service) {
    EntrySecurity entry = service.security().entry();
    if (entry.balanced()) {
      return null;
    }
    if (!entry.listed()) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          "ecs-service",
          "Add aws ecs describe-services, which lists load balancers.");
    }
    if (entry.lattice()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "attestations",
          "State in --attestations how VPC Lattice reaches the service.",
          new Evidence("reached_through", "VPC Lattice"));
    }
    return CheckResult.notApplicable(CheckReason.NO_LOAD_BALANCER);
  }

  /** The answer where Classic Load Balancers, which no export describes, are in front of it. */
  static @Nullable CheckResult classic(SecurityFacts service, String check) {
    EntrySecurity entry = service.security().entry();
    if (entry.classicLoadBalancers().isEmpty()) {
      return null;
    }
    return CheckResult.noData(
        CheckReason.UNRESOLVED_REFERENCE,
        "attestations",
        "State it of the Classic Load Balancer in --attestations: check " + check + ".",
        new Evidence("classic_load_balancers", String.join(", ", entry.classicLoadBalancers())));
  }
}
