package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.TaskSize;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which size did the service's tasks have on a day?
 *
 * <p>Since the day after the running deployment began, its size; before that, the size that the
 * bill shows: the day's vCPU-hours and GB-hours (on EC2 those reserved, of split cost) over its
 * task-hours, where both are within 10 % of the present size or of a Fargate size. A day for which
 * neither answers has an unknown size, and shares of an unknown size say nothing. Where the
 * inventory does not say when the deployment began, the size is taken to be that of the deployment
 * throughout.
 */
final class SizeTimeline {
  private static final double TOLERANCE = 0.10;

  private final TaskSize present;
  private final @Nullable LocalDate since;
  private final Map<LocalDate, TaskSize> billed;

  private SizeTimeline(
      TaskSize present, @Nullable LocalDate since, Map<LocalDate, TaskSize> billed) {
    this.present = present;
    this.since = since;
    this.billed = billed;
  }

  static SizeTimeline of(ServiceFacts service, ServiceConfig config, TaskSize present) {
    Instant began = config.deployments().get(0).createdAt();
    LocalDate since = began == null ? null : firstFullDay(began);
    return new SizeTimeline(present, since, billed(service, present));
  }

  /** The size on that day, or null where it is not known. */
  @Nullable TaskSize on(LocalDate day) {
    if (since == null || !day.isBefore(since)) {
      return present;
    }
    return billed.get(day);
  }

  /**
   * Days up to and with that one since the size changed, as far as the bill shows a change; {@link
   * Integer#MAX_VALUE} where it shows none.
   */
  int daysSinceChange(LocalDate asOf) {
    LocalDate start = since;
    if (start == null) {
      return Integer.MAX_VALUE;
    }
    for (Map.Entry<LocalDate, TaskSize> day : billed.entrySet()) {
      if (day.getKey().isBefore(start) && !day.getValue().equals(present)) {
        return (int) ChronoUnit.DAYS.between(start, asOf) + 1;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Whether tasks of another size run beside those of the primary deployment. */
  static boolean isMixed(ServiceConfig config, TaskSize present) {
    for (Deployment deployment : config.deployments()) {
      TaskDefinition definition = config.taskDefinition(deployment.taskDefinitionArn());
      if (deployment.runningCount() > 0
          && definition != null
          && !present.equals(TaskReservation.of(definition))) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate firstFullDay(Instant began) {
    LocalDate day = began.atZone(ZoneOffset.UTC).toLocalDate();
    boolean atMidnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(began);
    return atMidnight ? day : day.plusDays(1);
  }

  private static Map<LocalDate, TaskSize> billed(ServiceFacts service, TaskSize present) {
    Map<LocalDate, TaskSize> sizes = new HashMap<>();
    if (service.spend() == null) {
      return sizes;
    }
    Map<LocalDate, Double> vcpuHours = new HashMap<>();
    Map<LocalDate, Double> gbHours = new HashMap<>();
    for (SpendLine line : service.spend().lines()) {
      double billedHours = MoneyUnits.toUsage(line.usageAmount());
      double reservedHours = MoneyUnits.toUsage(line.reservedUsage());
      if (line.usageKind() == UsageKind.FARGATE_VCPU) {
        vcpuHours.merge(line.day(), billedHours, Double::sum);
      }
      if (line.usageKind() == UsageKind.FARGATE_MEMORY) {
        gbHours.merge(line.day(), billedHours, Double::sum);
      }
      if (line.usageKind() == UsageKind.ECS_ON_EC2_VCPU) {
        vcpuHours.merge(line.day(), reservedHours, Double::sum);
      }
      if (line.usageKind() == UsageKind.ECS_ON_EC2_MEMORY) {
        gbHours.merge(line.day(), reservedHours, Double::sum);
      }
    }
    for (DayUsage running : service.usage().days(Metric.RUNNING_TASKS)) {
      double taskHours = running.mean() * running.minutes() / 60.0;
      Double vcpu = vcpuHours.get(running.day());
      Double gb = gbHours.get(running.day());
      if (vcpu != null && gb != null && taskHours > 0) {
        TaskSize size = nearest(present, vcpu / taskHours, gb / taskHours);
        if (size != null) {
          sizes.put(running.day(), size);
        }
      }
    }
    return sizes;
  }

  private static @Nullable TaskSize nearest(TaskSize present, double vcpu, double memoryGiB) {
    if (isNear(present, vcpu, memoryGiB)) {
      return present;
    }
    for (TaskSize size : FargateSizes.of(Platform.X86)) {
      if (isNear(size, vcpu, memoryGiB)) {
        return size;
      }
    }
    return null;
  }

  private static boolean isNear(TaskSize size, double vcpu, double memoryGiB) {
    return Math.abs(vcpu - size.vcpu()) <= TOLERANCE * size.vcpu()
        && Math.abs(memoryGiB - size.memoryGiB()) <= TOLERANCE * size.memoryGiB();
  }
}
