package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.SecurityFacts;
import java.io.Serializable;

/**
 * What a fix changes. What many services share is one target, and is changed once.
 *
 * @param accountId its account
 * @param region its region; empty for what belongs to none
 * @param clusterName its cluster; empty where it belongs to none
 * @param type such as EcsService or LogsLogGroup
 * @param id its name or id; empty where it is not known
 * @param arn its ARN; empty where it has none or it is not known
 */
public record FixTarget(
    String accountId, String region, String clusterName, String type, String id, String arn)
    implements Serializable {
  private static final String SERVICE = "EcsService";

  /** The service itself. */
  static FixTarget service(SecurityFacts facts) {
    ServiceKey key = facts.key();
    return new FixTarget(
        key.accountId(),
        key.region(),
        key.clusterName(),
        SERVICE,
        key.serviceName(),
        facts.config().serviceArn());
  }

  /** The service's cluster. */
  static FixTarget cluster(SecurityFacts facts) {
    ServiceKey key = facts.key();
    String service = key.arn();
    String arn = service.substring(0, service.indexOf(":service/")) + ":cluster/";
    return new FixTarget(
        key.accountId(),
        key.region(),
        key.clusterName(),
        "EcsCluster",
        key.clusterName(),
        arn + key.clusterName());
  }

  /** Something of the service's account and region. */
  static FixTarget regional(SecurityFacts facts, String type, String idOrArn) {
    return new FixTarget(
        facts.key().accountId(),
        facts.key().region(),
        "",
        type,
        idOrArn,
        idOrArn.startsWith("arn:") ? idOrArn : "");
  }

  /** The service's account as a whole. */
  static FixTarget account(SecurityFacts facts) {
    String id = facts.key().accountId();
    return new FixTarget(id, "", "", "AwsAccount", id, "");
  }

  /** Whether it is a service. */
  public boolean isService() {
    return type.equals(SERVICE);
  }
}
