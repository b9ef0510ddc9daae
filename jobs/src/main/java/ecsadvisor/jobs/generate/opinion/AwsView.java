package ecsadvisor.jobs.generate.opinion;

import ecsadvisor.jobs.generate.bill.Rates;
import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.CountRule;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.Timeline;
import ecsadvisor.jobs.generate.truth.IdealSize;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Compute Optimizer would say of a service. It sees Fargate only, nothing of a scaling metric,
 * and prices at list; in what it is wrong is planted:
 *
 * <ul>
 *   <li>half the size that is needed where the task is the biggest ({@code model-serving});
 *   <li>a Java heap that it takes for unused memory ({@code search-api});
 *   <li>a leak that it sees no end of ({@code session-cache}: Optimized);
 *   <li>a smaller size for what is well sized ({@code bi-dashboard}).
 * </ul>
 *
 * @param finding Optimized, Overprovisioned, Underprovisioned; empty for an error
 * @param error its error code; empty for a finding
 * @param cpuUnits the size that it recommends
 * @param memoryMiB likewise
 */
record AwsView(String finding, String error, int cpuUnits, int memoryMiB) {
  private static final int LOOKBACK_DAYS = 14;
  private static final int HOURS_PER_MONTH = 730;
  private static final double UNITS_PER_VCPU = 1024;
  private static final double MIB_PER_GB = 1024;

  /** Archetypes with so few metrics that it has no finding. */
  private static final Set<Archetype> UNSEEN = Set.of(Archetype.NO_METRICS, Archetype.NEW);

  /** The view, or null for what it does not look at. */
  static @Nullable AwsView of(Organisation organisation, Service service) {
    if (!service.launch().fargate() || !service.alive(organisation.timeline())) {
      return null;
    }
    if (UNSEEN.contains(service.archetype())) {
      return new AwsView("", "INSUFFICIENT_METRICS", 0, 0);
    }
    IdealSize ideal = IdealSize.of(organisation, service);
    return switch (service.archetype()) {
      case OVERSIZED ->
          service.cpuUnits() > 4096
              ? over(ideal.cpuUnits() / 2, ideal.memoryMiB())
              : over(ideal.cpuUnits(), ideal.memoryMiB());
      case IDLE -> over(256, 512);
      case JVM -> over(ideal.cpuUnits(), service.memoryMiB() / 2);
      case UNDERSIZED ->
          new AwsView("Underprovisioned", "", 2 * service.cpuUnits(), 2 * service.memoryMiB());
      case UNTAGGED -> over(service.cpuUnits() / 2, service.memoryMiB() / 2);
      default -> new AwsView("Optimized", "", service.cpuUnits(), service.memoryMiB());
    };
  }

  private static AwsView over(int cpuUnits, int memoryMiB) {
    return new AwsView("Overprovisioned", "", cpuUnits, memoryMiB);
  }

  /** Whether it asks for another size. */
  boolean change() {
    return finding.endsWith("provisioned");
  }

  /** The saving a month at list price. */
  double saving(Organisation organisation, Service service) {
    return monthly(organisation, service, service.cpuUnits(), service.memoryMiB())
        - monthly(organisation, service, cpuUnits, memoryMiB);
  }

  /** What a month of the service's tasks costs at list price with tasks of that size. */
  static double monthly(Organisation organisation, Service service, int cpuUnits, int memoryMiB) {
    Timeline timeline = organisation.timeline();
    int hours = Math.min(timeline.hours(), LOOKBACK_DAYS * 24);
    long taskHours = 0;
    for (int hour = timeline.endHour() - hours; hour < timeline.endHour(); hour++) {
      taskHours += service.count(timeline, hour);
    }
    double taskHour =
        cpuUnits / UNITS_PER_VCPU * Rates.fargateVcpu(service.processor())
            + memoryMiB / MIB_PER_GB * Rates.fargateGigabyte(service.processor());
    return (double) taskHours / hours * HOURS_PER_MONTH * taskHour;
  }

  /** The metric that a scaling policy of the service follows, as it says it. */
  static String scaledOn(Service service) {
    return service.countRule() == CountRule.TRACKING ? "TargetTrackingScalingCpu" : "";
  }
}
