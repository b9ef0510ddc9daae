package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of a service's security. Parts that many services share are one object.
 *
 * @param collectedAt when the service was read
 * @param tagsKnown whether the source includes its tags
 * @param platformFamily the platform family of the service or its deployments, such as Linux or
 *     WINDOWS_SERVER_2022_CORE; without one, the operating system of the instances that it may run
 *     on where all have the same; empty where nothing says
 * @param platformVersions platform versions that the service, its deployments and task sets ask
 *     for, distinct and in that order; empty where none says any
 * @param executeCommand whether ECS Exec is on
 * @param createdBy the principal that created it; empty where not known
 * @param networks the network settings of the service, its deployments and task sets; empty where
 *     its tasks have no interfaces of their own
 * @param tasks the revisions that run, the primary deployment's first
 * @param missingRevisions ARNs of running revisions that the inventory lacks
 * @param newest the newest revision of the primary one's family that the inventory has, or null
 *     where that is the primary one or none
 * @param cluster its cluster
 * @param network its subnets and security groups
 * @param entry how clients reach it
 * @param identity its roles
 * @param audit what records and watches it
 * @param storage what it keeps
 * @param change where its configuration comes from
 * @param continuity what keeps it running
 * @param collected what was read of its account and region
 * @param open fields of the service that cannot be read
 */
public record ServiceSecurity(
    Instant collectedAt,
    boolean tagsKnown,
    String platformFamily,
    List<String> platformVersions,
    boolean executeCommand,
    String createdBy,
    List<NetworkSetting> networks,
    List<TaskSecurity> tasks,
    List<String> missingRevisions,
    @Nullable TaskSecurity newest,
    ClusterSecurity cluster,
    NetworkSecurity network,
    EntrySecurity entry,
    IdentitySecurity identity,
    AuditSecurity audit,
    StorageSecurity storage,
    ChangeSecurity change,
    ContinuitySecurity continuity,
    Collected collected,
    OpenFields open)
    implements Serializable {
  public ServiceSecurity {
    platformVersions = List.copyOf(platformVersions);
    networks = List.copyOf(networks);
    tasks = List.copyOf(tasks);
    missingRevisions = List.copyOf(missingRevisions);
  }

  /**
   * A network setting of awsvpc tasks.
   *
   * @param owner service, deployment or taskSet
   * @param publicAddress whether tasks get a public address (assignPublicIp is ENABLED)
   * @param subnetIds its subnets
   * @param securityGroupIds its security groups; empty for the VPC's default one
   */
  public record NetworkSetting(
      String owner, boolean publicAddress, List<String> subnetIds, List<String> securityGroupIds)
      implements Serializable {
    public NetworkSetting {
      subnetIds = List.copyOf(subnetIds);
      securityGroupIds = List.copyOf(securityGroupIds);
    }
  }
}
