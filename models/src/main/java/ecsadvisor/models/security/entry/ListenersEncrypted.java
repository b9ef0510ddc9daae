package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.ListenerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.ServiceCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is everything that clients send to the service's load balancers encrypted with TLS 1.2 or newer?
 * NIST SC-8. Asked of every listener that forwards to the service's target groups, by its default
 * action or a rule, weighted or not, internal ones too. A listener that only redirects forwards
 * nothing; one whose default action redirects but of which one rule forwards does.
 */
public final class ListenersEncrypted implements ServiceCheck {
  @Override
  public String statement() {
    return "Every listener that forwards to the service takes TLS 1.2 or newer only";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "elbv2-listener", "elbv2-rule");
  }

  @Override
  public String remedy() {
    return "Forward from an HTTPS listener with ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, and"
        + " let the HTTP listener redirect to it in its default action and all rules.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    CheckResult absent = LoadBalancers.absent(service);
    if (absent != null) {
      return absent;
    }
    EntrySecurity entry = service.security().entry();
    CheckResult failure = failure(service);
    if (failure != null) {
      return failure;
    }
    CheckResult open = open(service);
    if (open != null) {
      return open;
    }
    if (entry.listeners().isEmpty()) {
      return CheckResult.notApplicable(CheckReason.NO_LISTENER);
    }
    return CheckResult.of(
        Verdict.PASS, List.of(), entry.listeners().stream().flatMap(Listeners::evidence).toList());
  }

  private static @Nullable CheckResult failure(SecurityFacts service) {
    Set<CheckReason> reasons = new LinkedHashSet<>();
    List<Evidence> because = new ArrayList<>();
    for (ListenerSecurity listener : service.security().entry().listeners()) {
      ListenerEncryption encryption = ListenerEncryption.of(listener);
      boolean fails =
          encryption == ListenerEncryption.PLAIN || encryption == ListenerEncryption.OLD;
      if (fails && !Freshness.isStale(service, listener.collectedAt())) {
        reasons.add(
            encryption == ListenerEncryption.PLAIN
                ? CheckReason.PLAIN_LISTENER
                : CheckReason.OLD_TLS);
        Listeners.evidence(listener).forEach(because::add);
      }
    }
    return reasons.isEmpty() ? null : CheckResult.of(Verdict.FAIL, List.copyOf(reasons), because);
  }

  /** What keeps one from saying that all of them are encrypted; null for nothing. */
  private static @Nullable CheckResult open(SecurityFacts service) {
    for (ListenerSecurity listener : service.security().entry().listeners()) {
      CheckReason reason =
          switch (ListenerEncryption.of(listener)) {
            case PASSED_THROUGH -> CheckReason.PASSED_THROUGH;
            case UNKNOWN_POLICY -> CheckReason.UNKNOWN_TLS_POLICY;
            case UNKNOWN -> CheckReason.UNRESOLVED_REFERENCE;
            case ENCRYPTED, OLD, PLAIN -> null;
          };
      if (reason != null) {
        return noData(reason, listener);
      }
    }
    CheckResult classic = LoadBalancers.classic(service, "listeners-encrypted");
    return classic != null ? classic : Listeners.unread(service);
  }

  private static CheckResult noData(CheckReason reason, ListenerSecurity listener) {
    boolean described = reason != CheckReason.UNRESOLVED_REFERENCE;
    return CheckResult.noData(
            reason,
            described ? "attestations" : "elbv2-listener",
            described
                ? "State in --attestations who encrypts it: check listeners-encrypted."
                : "Add aws elbv2 describe-listeners of this load balancer.")
        .with(Listeners.evidence(listener).toList());
  }
}
