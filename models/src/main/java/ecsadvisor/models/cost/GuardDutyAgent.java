package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.price.TaskSize;

/**
 * The most memory that the agent of GuardDuty's runtime monitoring takes in a task on Fargate,
 * where AWS adds it as a container of its own.
 *
 * <p>Source: "Prerequisites for AWS Fargate (Amazon ECS only) support" of the GuardDuty User Guide,
 * section CPU and memory limits, which ends at 20 GB for 4 vCPU; above that the next limit counts.
 */
final class GuardDutyAgent {
  /** How the agent's container is named in telemetry. */
  private static final String CONTAINER = "aws-guardduty-agent";

  private GuardDutyAgent() {}

  /** The agent's limit in a task of that size, MiB. */
  static int memoryMiB(TaskSize size) {
    if (size.cpuUnits() >= 16_384) {
      return 1024;
    }
    if (size.cpuUnits() >= 8192) {
      return size.memoryMiB() >= 32 * 1024 ? 512 : 256;
    }
    return size.cpuUnits() == 4096 && size.memoryMiB() > 20 * 1024 ? 256 : 128;
  }

  /** Whether the agent could come to tasks whose measured use cannot include it. */
  static boolean mayCome(ServiceFacts service, LaunchType launchType, Platform platform) {
    return launchType == LaunchType.FARGATE
        && platform != Platform.WINDOWS
        && service.usage().metrics().stream()
            .map(MetricDays::container)
            .noneMatch(name -> name.startsWith(CONTAINER));
  }
}
