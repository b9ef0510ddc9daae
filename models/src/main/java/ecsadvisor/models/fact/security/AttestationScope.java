package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.ServiceKey;

/** Which services an attestation's scope covers. */
final class AttestationScope {
  private AttestationScope() {}

  /** An account, {@code all}, or the ARN of a cluster or service with {@code *} for any text. */
  static boolean covers(String scope, ServiceKey key) {
    if (scope.equals("all") || scope.equals(key.accountId())) {
      return true;
    }
    String service = key.arn();
    String cluster =
        service.substring(0, service.indexOf(":service/")) + ":cluster/" + key.clusterName();
    return StarPattern.matches(scope, service) || StarPattern.matches(scope, cluster);
  }
}
