package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.ServiceKey;

/** A service as the scopes of attestations name it. */
final class AttestationScope {
  private final String accountId;
  private final String service;
  private final String cluster;

  AttestationScope(ServiceKey key) {
    this.accountId = key.accountId();
    this.service = key.arn();
    this.cluster =
        service.substring(0, service.indexOf(":service/")) + ":cluster/" + key.clusterName();
  }

  /**
   * Whether the service is meant by an account, {@code all}, or the ARN of a cluster or service
   * with {@code *} for any text.
   */
  boolean isIn(String scope) {
    if (scope.equals("all") || scope.equals(accountId)) {
      return true;
    }
    return StarPattern.matches(scope, service) || StarPattern.matches(scope, cluster);
  }
}
