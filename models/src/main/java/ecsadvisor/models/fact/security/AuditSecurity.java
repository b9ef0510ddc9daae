package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of what records and watches a service: trails, log groups, detectors,
 * alarms. All but coverage and alarms is of its account and region, and one object for all services
 * there.
 *
 * @param trails trails that record the region: its own, and those of the account for all regions
 * @param detectors GuardDuty's detectors
 * @param coverage what GuardDuty says of the service's cluster, or null where nothing
 * @param logGroups log groups by name
 * @param alarms alarms that watch the service
 * @param queryAlarms names of alarms on a query, of which nothing says which services they watch
 * @param deploymentAlarms names of the alarms that stop its deployments; none where those are off
 * @param recorders AWS Config's recorders
 * @param standards Security Hub's standards
 */
public record AuditSecurity(
    List<Trail> trails,
    List<Detector> detectors,
    @Nullable Coverage coverage,
    Map<String, LogGroup> logGroups,
    List<Alarm> alarms,
    List<String> queryAlarms,
    List<String> deploymentAlarms,
    List<Recorder> recorders,
    List<Standard> standards)
    implements Serializable {
  /** Nothing is known. */
  public static final AuditSecurity UNKNOWN =
      new AuditSecurity(
          List.of(), List.of(), null, Map.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  public AuditSecurity {
    trails = List.copyOf(trails);
    detectors = List.copyOf(detectors);
    logGroups = Map.copyOf(logGroups);
    alarms = List.copyOf(alarms);
    queryAlarms = List.copyOf(queryAlarms);
    deploymentAlarms = List.copyOf(deploymentAlarms);
    recorders = List.copyOf(recorders);
    standards = List.copyOf(standards);
  }

  /**
   * A trail of CloudTrail.
   *
   * @param arn its ARN, in the management account's name where it is an organization's
   * @param collectedAt when the oldest of its parts was read
   * @param logging whether it records now, or null where its status was not read
   * @param deliveryError why its bucket takes no files; empty where it takes them
   * @param events which management events it records, or null where its selectors were not read
   */
  public record Trail(
      String arn,
      Instant collectedAt,
      @Nullable Boolean logging,
      String deliveryError,
      @Nullable ManagementEvents events)
      implements Serializable {}

  /**
   * Which management events a trail records.
   *
   * @param reads whether those that read are recorded
   * @param writes whether those that change something are recorded
   * @param leftOut what is left out of them, such as kms.amazonaws.com
   */
  public record ManagementEvents(boolean reads, boolean writes, List<String> leftOut)
      implements Serializable {
    /** What a trail records that nobody told otherwise. */
    public static final ManagementEvents ALL = new ManagementEvents(true, true, List.of());

    public ManagementEvents {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A detector of GuardDuty.
   *
   * @param id its id
   * @param collectedAt when it was read
   * @param enabled whether it runs
   * @param featuresKnown whether the source says which features are on; a member account's need not
   * @param features features that are on, with those of their configurations that are on: {@code
   *     RUNTIME_MONITORING/ECS_FARGATE_AGENT_MANAGEMENT}
   */
  public record Detector(
      String id, Instant collectedAt, boolean enabled, boolean featuresKnown, List<String> features)
      implements Serializable {
    public Detector {
      features = List.copyOf(features);
    }
  }

  /**
   * Whether GuardDuty's agents report from a cluster.
   *
   * @param collectedAt when it was read
   * @param status HEALTHY or UNHEALTHY
   * @param issue what is wrong; empty for nothing
   */
  public record Coverage(Instant collectedAt, String status, String issue)
      implements Serializable {}

  /**
   * A log group.
   *
   * @param name its name
   * @param collectedAt when it was read
   * @param retentionDays days that it keeps events, or null for ever
   */
  public record LogGroup(String name, Instant collectedAt, @Nullable Integer retentionDays)
      implements Serializable {}

  /**
   * An alarm that watches a service.
   *
   * @param name its name
   * @param collectedAt when it was read
   * @param subject what its metric measures: service, target group or load balancer
   * @param tells whether somebody is told: it, or a composite alarm above it, has an action that is
   *     on and does more than scale
   */
  public record Alarm(String name, Instant collectedAt, String subject, boolean tells)
      implements Serializable {}

  /**
   * A recorder of AWS Config.
   *
   * @param name its name
   * @param collectedAt when it was read
   * @param recording whether it runs, or null where its status was not read
   * @param lastStatus how its last delivery ended; empty where not known
   * @param leftOut types of ECS that it does not record, or null where its group was not read
   */
  public record Recorder(
      String name,
      Instant collectedAt,
      @Nullable Boolean recording,
      String lastStatus,
      @Nullable List<String> leftOut)
      implements Serializable {
    public Recorder {
      leftOut = leftOut == null ? null : List.copyOf(leftOut);
    }
  }

  /**
   * A standard of Security Hub.
   *
   * @param arn its ARN
   * @param collectedAt when it was read
   * @param status READY, INCOMPLETE, PENDING, FAILED or DELETING
   */
  public record Standard(String arn, Instant collectedAt, String status) implements Serializable {}
}
