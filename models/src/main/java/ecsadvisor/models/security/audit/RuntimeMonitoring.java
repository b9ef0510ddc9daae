package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.AuditSecurity.Coverage;
import ecsadvisor.models.fact.security.AuditSecurity.Detector;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does GuardDuty watch what runs in the tasks? Security Hub GuardDuty.12, Config rule {@code
 * guardduty-ecs-protection-runtime-enabled}. The feature is RUNTIME_MONITORING; the older
 * EKS_RUNTIME_MONITORING does not reach ECS. On Fargate the agent is GuardDuty's own to place
 * (ECS_FARGATE_AGENT_MANAGEMENT, or a cluster tagged {@code GuardDutyManaged=true}; the tag's
 * {@code false} excludes); on EC2 it may be installed by hand, which only the coverage shows.
 *
 * <p>A member account need not see its features: then the bill's share of monitored Fargate vCPUs
 * tells, see {@link MonitoredShare}. GuardDuty has no agent for Windows.
 */
public final class RuntimeMonitoring implements Check {
  static final String FEATURE = "RUNTIME_MONITORING";
  private static final String COVERAGE = "guardduty-coverage";

  @Override
  public String statement() {
    return "GuardDuty watches what runs in its tasks";
  }

  @Override
  public List<String> needs() {
    return List.of(ThreatDetection.DETECTOR, COVERAGE, "ecs-cluster", "bill");
  }

  @Override
  public String remedy() {
    return "Enable GuardDuty Runtime Monitoring with automated agents for the launch type, and"
        + " start the tasks again.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    LaunchType launch = service.config().launchType();
    if (launch == LaunchType.EXTERNAL) {
      return CheckResult.notApplicable(CheckReason.NOT_ON_AWS);
    }
    CheckResult failure = failure(service, launch);
    if (failure != null) {
      return failure;
    }
    if (isWindows(service)) {
      return CheckResult.noData(
          CheckReason.NO_AGENT_FOR_PLATFORM,
          "attestations",
          "State in --attestations how tasks on Windows are watched.");
    }
    Coverage coverage = coverage(service);
    if (coverage != null && coverage.status().equals("HEALTHY")) {
      return CheckResult.pass(new Evidence("coverage", "HEALTHY"));
    }
    Detector detector = ThreatDetection.detector(service);
    if (detector == null || !detector.featuresKnown()) {
      CheckResult unread =
          detector == null ? ThreatDetection.unread(service) : featuresUnseen(detector);
      return launch == LaunchType.FARGATE ? MonitoredShare.judge(service.bill(), unread) : unread;
    }
    return managed(service, detector, launch);
  }

  private static @Nullable CheckResult failure(SecurityFacts service, LaunchType launch) {
    CheckResult off = ThreatDetection.off(service);
    if (off != null) {
      return off;
    }
    Detector detector = ThreatDetection.detector(service);
    if (detector != null && detector.featuresKnown() && !detector.features().contains(FEATURE)) {
      return CheckResult.fail(
          CheckReason.NO_RUNTIME_MONITORING, new Evidence("detector", detector.id()));
    }
    if (launch == LaunchType.FARGATE && AgentTag.excludes(service)) {
      return CheckResult.fail(CheckReason.EXCLUDED_BY_TAG, new Evidence("tag", AgentTag.EXCLUDE));
    }
    Coverage coverage = coverage(service);
    if (coverage != null && coverage.status().equals("UNHEALTHY")) {
      return CheckResult.fail(
          CheckReason.NO_AGENT,
          new Evidence("coverage", coverage.status()),
          new Evidence("issue", coverage.issue().isEmpty() ? "not said" : coverage.issue()));
    }
    return null;
  }

  /** The answer where the feature is on and the coverage was not read. */
  private static CheckResult managed(SecurityFacts service, Detector detector, LaunchType launch) {
    String management = launch == LaunchType.FARGATE ? "ECS_FARGATE_AGENT" : "EC2_AGENT";
    String configuration = FEATURE + "/" + management + "_MANAGEMENT";
    boolean automatic = detector.features().contains(configuration);
    if (launch == LaunchType.EC2 && automatic) {
      return CheckResult.pass(new Evidence("feature", configuration));
    }
    if (launch != LaunchType.FARGATE) {
      return coverageUnread();
    }
    if (AgentTag.includes(service)) {
      return CheckResult.pass(new Evidence("tag", AgentTag.INCLUDE));
    }
    ClusterSecurity cluster = service.security().cluster();
    if (!cluster.tagsKnown() || Freshness.isStale(service, cluster.collectedAt())) {
      return CheckResult.noData(
          CheckReason.MISSING_EXPORT,
          "ecs-cluster",
          "Add aws ecs describe-clusters --include SETTINGS CONFIGURATIONS TAGS.");
    }
    return automatic
        ? CheckResult.pass(new Evidence("feature", configuration))
        : CheckResult.fail(
            CheckReason.NO_RUNTIME_MONITORING,
            new Evidence("detector", detector.id()),
            new Evidence("feature_off", configuration));
  }

  private static CheckResult featuresUnseen(Detector detector) {
    return CheckResult.noData(
        CheckReason.MISSING_EXPORT,
        ThreatDetection.DETECTOR,
        "Add aws guardduty get-detector and list-coverage of the administrator account.",
        new Evidence("detector", detector.id() + " (features not shown)"));
  }

  private static CheckResult coverageUnread() {
    return CheckResult.noData(
        CheckReason.MISSING_EXPORT, COVERAGE, "Add aws guardduty list-coverage of this region.");
  }

  private static @Nullable Coverage coverage(SecurityFacts service) {
    Coverage coverage = service.security().audit().coverage();
    return coverage == null || Freshness.isStale(service, coverage.collectedAt()) ? null : coverage;
  }

  private static boolean isWindows(SecurityFacts service) {
    String family = service.security().platformFamily();
    return family.startsWith("W")
        || service.security().tasks().stream()
            .anyMatch(task -> task.operatingSystemFamily().startsWith("WINDOWS"));
  }
}
