package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.InstanceType;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lines of tasks: Fargate's vCPU and memory hours, and the metering of tasks on EC2 with their
 * share of the instance's cost.
 *
 * <p>AWS splits an instance's cost between CPU and memory at 9 to 1 (vCPU to GB); see the user
 * guide's page on split cost allocation data.
 */
final class TaskCharges {
  private static final String ECS = "Amazon Elastic Container Service";
  private static final double VCPU_WEIGHT = 9;

  private final Period period;
  private final Curves curves;
  private final Consumer<Charge> book;

  TaskCharges(Period period, Curves curves, Consumer<Charge> book) {
    this.period = period;
    this.curves = curves;
    this.book = book;
  }

  /** Cost allocation tags as they reach the bill. */
  static Map<String, String> tags(Service service) {
    if (!service.tagged()) {
      return Map.of();
    }
    Map<String, String> tags = new TreeMap<>();
    tags.put("aws_ecs_cluster_name", service.cluster().name());
    tags.put("aws_ecs_service_name", service.name());
    if (!service.owner().isEmpty()) {
      tags.put("user_team", service.owner());
    }
    if (!service.environment().isEmpty()) {
      tags.put("user_environment", service.environment());
    }
    return tags;
  }

  /** Books all lines of one task in the period. */
  void book(TaskRun task) {
    if (task.firstHour() >= period.endHour() || task.endHour() <= period.firstHour()) {
      return;
    }
    Instance instance = task.instance();
    if (instance == null) {
      fargate(task, false);
      fargate(task, true);
      return;
    }
    onInstance(task, instance, false);
    onInstance(task, instance, true);
  }

  private void fargate(TaskRun task, boolean memory) {
    Service service = task.service();
    Processor processor = service.processor();
    double onDemand = memory ? Rates.fargateGigabyte(processor) : Rates.fargateVcpu(processor);
    String usageType = usageType(task, memory);
    double perHour = memory ? task.gigabytes() : task.vcpus();
    Charge charge =
        fargateLine(task, memory, "usage", usageType, perHour).resource(task.arn(), tags(service));
    reserve(charge, task, memory, perHour);
    Account account = service.cluster().account();
    if (task.spot()) {
      double rate = onDemand * Rates.FARGATE_SPOT_SHARE;
      charge.term = "";
      book.accept(discounted(charge.rate(rate), account));
      discount(task, usageType, perHour * rate);
      return;
    }
    if (!service.committed() || task.slot() >= service.tasks()) {
      book.accept(discounted(charge.rate(onDemand), account));
      discount(task, usageType, perHour * onDemand);
      licence(task, memory);
      return;
    }
    String plan = Commitments.computePlanArn(account, period.organisation().seed());
    charge.type("SavingsPlanCoveredUsage").rates(onDemand, onDemand * Rates.PLAN_SHARE, onDemand);
    charge.savingsPlanArn = plan;
    book.accept(charge);
    Charge negation =
        fargateLine(task, memory, "negation", usageType, perHour)
            .type("SavingsPlanNegation")
            .resource(task.arn(), tags(service))
            .rates(-onDemand, 0, 0)
            .described("SavingsPlanNegation used by AccountId : " + account.id());
    negation.savingsPlanArn = plan;
    book.accept(negation);
  }

  private Charge fargateLine(
      TaskRun task, boolean memory, String what, String usageType, double perHour) {
    return period
        .part(task.firstHour(), task.endHour(), what, usageType, task.arn())
        .of(task.service().cluster().account(), task.service().cluster().region(), "")
        .product("AmazonECS", ECS, "Compute")
        .usage(usageType, "FargateTask", memory ? "GB-Hours" : "vCPU-Hours", perHour)
        .described(memory ? "AWS Fargate - Memory" : "AWS Fargate - vCPU");
  }

  private static String usageType(TaskRun task, boolean memory) {
    Service service = task.service();
    String platform =
        switch (service.processor()) {
          case X86 -> "";
          case ARM -> "ARM-";
          case WINDOWS -> "Windows-";
        };
    return Rates.prefix(service.cluster().region(), "AmazonECS")
        + (task.spot() ? "SpotUsage-Fargate-" : "Fargate-")
        + platform
        + (memory ? "GB-Hours" : "vCPU-Hours:perCPU");
  }

  private void reserve(Charge charge, TaskRun task, boolean memory, double perHour) {
    charge.curveKey = curves.serviceKey(task.service());
    charge.memoryCurve = memory;
    charge.reservedPerHour = perHour;
    charge.slotFactor = task.service().slotFactor(task.slot());
  }

  /** The Windows licence, by the vCPU-hour. */
  private void licence(TaskRun task, boolean memory) {
    if (memory || task.service().processor() != Processor.WINDOWS) {
      return;
    }
    String usageType =
        Rates.prefix(task.service().cluster().region(), "AmazonECS")
            + "Fargate-Windows-OS-Hours:perCPU";
    book.accept(
        fargateLine(task, false, "licence", usageType, task.vcpus())
            .resource(task.arn(), tags(task.service()))
            .described("AWS Fargate - Windows OS licence")
            .rate(Rates.WINDOWS_LICENCE));
  }

  /** The usage line itself shows the discounted price in its net columns only. */
  private static Charge discounted(Charge charge, Account account) {
    charge.discountShare = account.edpShare();
    charge.netFactor = 1 - account.edpShare();
    return charge;
  }

  /** The discount as lines of its own, one a day and task, net of nothing. */
  private void discount(TaskRun task, String usageType, double costPerHour) {
    double share = task.service().cluster().account().edpShare();
    if (share == 0) {
      return;
    }
    int first = Math.max(task.firstHour(), period.firstHour());
    int end = Math.min(task.endHour(), period.endHour());
    int firstMidnight = Math.min(end, (first + 23) / 24 * 24);
    int lastMidnight = Math.max(firstMidnight, end / 24 * 24);
    int[] cuts = {first, firstMidnight, lastMidnight, end};
    for (int part = 0; part + 1 < cuts.length; part++) {
      if (cuts[part] == cuts[part + 1]) {
        continue;
      }
      Charge charge =
          period
              .part(cuts[part], cuts[part + 1], "discount", usageType, task.arn(), part)
              .of(task.service().cluster().account(), task.service().cluster().region(), "")
              .product("AmazonECS", ECS, "Compute")
              .usage(usageType, "FargateTask", "Dollar", 0)
              .resource(task.arn(), tags(task.service()))
              .type("EdpDiscount")
              .described("EDP discount")
              .every(24);
      charge.costPerHour = -share * costPerHour;
      charge.term = "";
      charge.netFactor = 0;
      book.accept(charge);
    }
  }

  private void onInstance(TaskRun task, Instance instance, boolean memory) {
    String region = task.service().cluster().region();
    String usageType =
        Rates.prefix(region, "AmazonECS") + (memory ? "ECS-EC2-GB-Hours" : "ECS-EC2-vCPU-Hours");
    double perHour = memory ? task.gigabytes() : task.vcpus();
    Charge charge =
        period
            .part(task.firstHour(), task.endHour(), "metering", usageType, task.arn())
            .of(task.service().cluster().account(), region, instance.zone())
            .product("AmazonECS", ECS, "Compute Metering")
            .usage(usageType, "ECSTask-EC2", memory ? "GB-Hours" : "vCPU-Hours", perHour)
            .resource(task.arn(), tags(task.service()))
            .described("USD 0.0 per hour for ECS tasks on EC2");
    reserve(charge, task, memory, perHour);
    InstanceType type = instance.type();
    double gigabytes = type.memoryMiB() / 1024.0;
    double part = memory ? gigabytes : VCPU_WEIGHT * type.vcpus();
    double share = part / (gigabytes + VCPU_WEIGHT * type.vcpus());
    charge.parentId = instance.id();
    charge.instanceKey = curves.instanceKey(instance);
    charge.capacity = memory ? gigabytes : type.vcpus();
    charge.partCostPerHour = share * InstanceCharges.effectivePerHour(instance);
    charge.partPublicCostPerHour = share * InstanceCharges.publicPerHour(instance);
    book.accept(discounted(charge, task.service().cluster().account()));
  }
}
