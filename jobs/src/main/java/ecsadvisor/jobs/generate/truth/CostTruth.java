package ecsadvisor.jobs.generate.truth;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.CountRule;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.truth.Expected.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The right answers of the ten cost controls. */
public final class CostTruth {
  private static final int BIG_IMAGE_MIB = 500;

  /** Environments whose services may be without any task for a while. */
  private static final Set<String> WAITING = Set.of("dev", "batch");

  private CostTruth() {}

  /** The answers for a service by control id, in order. */
  public static Map<String, Expected> of(Service service) {
    Map<String, Expected> answers = new LinkedHashMap<>();
    boolean deleted = service.archetype() == Archetype.DELETED;
    answers.put("COST-01", size(service));
    answers.put("COST-02", deleted ? gone() : fargateSpot(service));
    answers.put("COST-03", deleted ? gone() : scaling(service));
    answers.put("COST-04", deleted ? gone() : instanceSpot(service));
    answers.put("COST-05", deleted ? gone() : images(service));
    answers.put("COST-06", deleted ? gone() : packing(service));
    answers.put("COST-07", deleted ? gone() : commitments(service));
    answers.put("COST-08", watching(service));
    answers.put("COST-09", deleted ? gone() : balancers(service));
    answers.put("COST-10", deleted ? gone() : schedule(service));
    return answers;
  }

  private static Expected gone() {
    return Expected.noData("INVENTORY_MISSING");
  }

  private static Expected size(Service service) {
    if (reservesNoCpu(service)) {
      return Expected.noData("TASK_SIZE_UNKNOWN");
    }
    return switch (service.archetype()) {
      case DELETED -> gone();
      case NO_METRICS -> Expected.noData("NO_DATA");
      case NEW -> Expected.noData("SHORT_HISTORY");
      case RESIZED -> Expected.noData("RECENT_TASKDEF_CHANGE");
      case SMALLEST -> optimized("ALREADY_SMALLEST");
      case AUTOSCALED -> optimized("AUTOSCALED_ON_METRIC");
      case OVERSIZED, IDLE -> overprovisioned("CPUOverprovisioned");
      case JVM -> overprovisioned("JVM_HEAP_PINNED");
      case EC2_OVERSIZED -> overprovisioned("NO_INSTANCE_FREED");
      case SIDECAR -> overprovisioned("SIDECAR_OVERPROVISIONED");
      case UNDERSIZED, EC2_BURSTING -> underprovisioned("CPUUnderprovisioned");
      case MEMORY_LEAK -> underprovisioned("OOM_SEEN");
      case OPTIMAL,
          SPIKY,
          OFFICE_HOURS,
          SCHEDULED,
          UNTAGGED,
          ARM,
          SPOT,
          SPOT_CANDIDATE,
          WINDOWS,
          BATCH,
          BATCH_ALWAYS_ON,
          SECURITY_WORST,
          EC2_OPTIMAL,
          EC2_SPOT,
          DAEMON ->
          optimized("SIZE_UNCHANGED");
    };
  }

  /** Without a reservation there is nothing that its use could be a share of. */
  private static boolean reservesNoCpu(Service service) {
    return service.flaws().contains(Flaw.NO_CPU_LIMIT);
  }

  private static Expected optimized(String reason) {
    return new Expected(Verdict.PASS, "Optimized", reason);
  }

  private static Expected overprovisioned(String reason) {
    return new Expected(Verdict.FAIL, "Overprovisioned", reason);
  }

  private static Expected underprovisioned(String reason) {
    return new Expected(Verdict.FAIL, "Underprovisioned", reason);
  }

  private static Expected fargateSpot(Service service) {
    if (!service.launch().fargate()) {
      return Expected.notApplicable("NOT_ON_FARGATE");
    }
    if (service.launch() != Launch.FARGATE) {
      return Expected.pass("ALREADY_ON_SPOT");
    }
    if (service.processor() == Processor.WINDOWS) {
      return Expected.pass("VETO_WINDOWS");
    }
    if (service.committed()) {
      return Expected.pass("COVERED_BY_COMMITMENT");
    }
    if (service.environment().equals("critical")) {
      return Expected.pass("VETO_CRITICAL");
    }
    if (service.maxTasks() == 1 && !service.environment().equals("dev")) {
      return Expected.pass("VETO_SINGLE_TASK");
    }
    return Expected.fail("ELIGIBLE");
  }

  private static Expected scaling(Service service) {
    if (service.launch() == Launch.EC2_DAEMON) {
      return Expected.notApplicable("DAEMON");
    }
    if (service.archetype() == Archetype.NO_METRICS || service.archetype() == Archetype.NEW) {
      return Expected.noData("NO_DATA");
    }
    if (reservesNoCpu(service)) {
      return Expected.noData("TASK_SIZE_UNKNOWN");
    }
    if (service.countRule() != CountRule.FIXED) {
      return Expected.pass("ALREADY_SCALED");
    }
    return switch (service.workload().shape()) {
      case FLAT -> Expected.pass("LOAD_STEADY");
      // From nothing to everything within a minute: tasks would come too late.
      case BURSTS, NIGHT -> Expected.pass("RAMP_TOO_STEEP");
      case DAILY, OFFICE ->
          service.archetype() == Archetype.UNDERSIZED || service.tasks() < 3
              ? Expected.pass("SAVING_TOO_SMALL")
              : Expected.fail("LOAD_VARIES");
    };
  }

  private static Expected instanceSpot(Service service) {
    if (service.launch().fargate()) {
      return Expected.notApplicable("NOT_ON_EC2");
    }
    if (service.launch() == Launch.EC2_DAEMON) {
      return Expected.notApplicable("DAEMON");
    }
    if (service.cluster().pool(service.pool()).spot()) {
      return Expected.pass("ALREADY_ON_SPOT");
    }
    return service.flaws().contains(Flaw.HOST_DIRECTORY)
        ? Expected.pass("VETO_HOST_VOLUME")
        : Expected.fail("ELIGIBLE");
  }

  private static Expected images(Service service) {
    return service.imageMiB() > BIG_IMAGE_MIB
        ? Expected.fail("NO_LIFECYCLE_POLICY")
        : Expected.pass("TIDY");
  }

  private static Expected packing(Service service) {
    if (service.launch().fargate()) {
      return Expected.notApplicable("NOT_ON_EC2");
    }
    return service.cluster().pool(service.pool()).placement().equals("spread")
        ? Expected.fail("HALF_EMPTY")
        : Expected.pass("PACKED");
  }

  private static Expected commitments(Service service) {
    boolean spot =
        service.launch() == Launch.FARGATE_SPOT
            || (!service.pool().isEmpty() && service.cluster().pool(service.pool()).spot());
    if (spot) {
      return Expected.notApplicable("ON_SPOT");
    }
    if (service.archetype() == Archetype.NEW) {
      return Expected.noData("SHORT_HISTORY");
    }
    if (service.committed()) {
      return Expected.pass("COVERED");
    }
    if (service.archetype() == Archetype.IDLE) {
      return Expected.pass("NOT_STEADY");
    }
    if (!service.launch().fargate()) {
      // Packed, the pool is no larger than what is reserved of it.
      return Expected.pass("COVERED");
    }
    if (WAITING.contains(service.environment()) && fargateSpot(service).verdict() == Verdict.FAIL) {
      return Expected.notApplicable("ON_SPOT");
    }
    return service.countRule() == CountRule.FIXED || service.countRule() == CountRule.TRACKING
        ? Expected.fail("STEADY_ON_DEMAND")
        : Expected.pass("NOT_STEADY");
  }

  private static Expected watching(Service service) {
    // The paying account's budget and monitor see the accounts that it pays for.
    return service.tagged() ? Expected.pass("WATCHED") : Expected.fail("UNTAGGED");
  }

  private static Expected balancers(Service service) {
    if (service.loadBalancer().isEmpty()) {
      return Expected.notApplicable("NO_LOAD_BALANCER");
    }
    if (service.archetype() == Archetype.IDLE) {
      return Expected.fail("IDLE");
    }
    boolean alone = service.archetype() == Archetype.OFFICE_HOURS;
    return alone ? Expected.fail("MERGEABLE") : Expected.pass("USED");
  }

  private static Expected schedule(Service service) {
    if (service.launch() == Launch.EC2_DAEMON) {
      return Expected.notApplicable("DAEMON");
    }
    if (reservesNoCpu(service)) {
      return Expected.noData("TASK_SIZE_UNKNOWN");
    }
    return switch (service.archetype()) {
      case NO_METRICS, NEW -> Expected.noData("NO_DATA");
      case OFFICE_HOURS, BATCH_ALWAYS_ON -> Expected.fail("IDLE_HOURS");
      case SCHEDULED, BATCH -> Expected.pass("ALREADY_SCHEDULED");
      case OPTIMAL,
          OVERSIZED,
          UNDERSIZED,
          IDLE,
          SPIKY,
          JVM,
          AUTOSCALED,
          UNTAGGED,
          ARM,
          SPOT,
          SPOT_CANDIDATE,
          WINDOWS,
          MEMORY_LEAK,
          SMALLEST,
          RESIZED,
          DELETED,
          SECURITY_WORST,
          EC2_OVERSIZED,
          EC2_BURSTING,
          EC2_OPTIMAL,
          EC2_SPOT,
          DAEMON,
          SIDECAR ->
          Expected.pass("BUSY_AT_ALL_HOURS");
    };
  }
}
