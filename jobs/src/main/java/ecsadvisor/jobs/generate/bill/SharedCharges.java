package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.inventory.Storage;
import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lines of what stands around the tasks: load balancers, gateways, images, logs, traffic. */
final class SharedCharges {
  private static final double HOURS = 730;

  private final Period period;
  private final Consumer<Charge> book;
  private final Set<String> booked = new HashSet<>();

  SharedCharges(Period period, Consumer<Charge> book) {
    this.period = period;
    this.book = book;
  }

  /** Books what belongs to a cluster's account and region, once. */
  void bookPlace(Cluster place) {
    Account account = place.account();
    String region = place.region();
    line(
            place,
            new Product("AmazonEC2", "Amazon Elastic Compute Cloud", "NAT Gateway"),
            prefixed(place, "AmazonEC2", "NatGateway-Hours"))
        .usage(prefixed(place, "AmazonEC2", "NatGateway-Hours"), "NatGateway", "Hrs", 2)
        .rate(Rates.NAT_HOUR);
    line(
            place,
            new Product("AmazonEC2", "Amazon Elastic Compute Cloud", "NAT Gateway"),
            prefixed(place, "AmazonEC2", "NatGateway-Bytes"))
        .usage(prefixed(place, "AmazonEC2", "NatGateway-Bytes"), "NatGateway", "GB", 3.5)
        .rate(Rates.NAT_GB);
    if (!account.flaws().contains(Flaw.NO_TRAIL)) {
      line(
              place,
              new Product("AWSCloudTrail", "AWS CloudTrail", "Management Tools"),
              prefixed(place, "AWSCloudTrail", "FreeEventsRecorded"))
          .usage(prefixed(place, "AWSCloudTrail", "FreeEventsRecorded"), "None", "Events", 2400)
          .every(24);
    }
    if (!account.flaws().contains(Flaw.NO_GUARDDUTY)) {
      line(
              place,
              new Product("AmazonGuardDuty", "Amazon GuardDuty", "Amazon GuardDuty"),
              prefixed(place, "AmazonGuardDuty", "PaidEventsAnalyzed"))
          .usage(prefixed(place, "AmazonGuardDuty", "PaidEventsAnalyzed"), "None", "Events", 2400)
          .rate(4e-6)
          .every(24);
    }
    if (!account.flaws().contains(Flaw.NO_CONFIG_RECORDER)) {
      line(
              place,
              new Product("AWSConfig", "AWS Config", "Management Tools - AWS Config"),
              prefixed(place, "AWSConfig", "ConfigurationItemRecorded"))
          .usage(
              prefixed(place, "AWSConfig", "ConfigurationItemRecorded"),
              "None",
              "ConfigurationItemRecorded",
              40)
          .rate(0.003)
          .every(24);
      line(
              place,
              new Product("AWSSecurityHub", "AWS Security Hub", "Security Services"),
              prefixed(place, "AWSSecurityHub", "PaidComplianceCheck"))
          .usage(prefixed(place, "AWSSecurityHub", "PaidComplianceCheck"), "None", "Checks", 300)
          .rate(0.001)
          .every(24);
    }
    if (!place.pools().isEmpty()) {
      bookForgottenVolume(place);
    }
    for (String bucket : List.of("assets", "exports", "logs")) {
      Charge charge =
          line(
                  place,
                  new Product("AmazonS3", "Amazon Simple Storage Service", "Storage"),
                  prefixed(place, "AmazonS3", "TimedStorage-ByteHrs"),
                  bucket)
              .usage(
                  prefixed(place, "AmazonS3", "TimedStorage-ByteHrs"),
                  "StandardStorage",
                  "GB-Mo",
                  1.9)
              .rate(0.023)
              .every(24);
      charge.resource("larkspur-" + bucket + "-" + region + "-" + account.id(), Map.of());
    }
    line(
            place,
            new Product("AmazonRDS", "Amazon Relational Database Service", "Database Instance"),
            prefixed(place, "AmazonRDS", "InstanceUsage:db.r6g.xlarge"))
        .usage(
            prefixed(place, "AmazonRDS", "InstanceUsage:db.r6g.xlarge"),
            "CreateDBInstance:0016",
            "Hrs",
            2)
        .rate(0.43)
        .resource(place.arn("rds", "db:larkspur"), Map.of());
  }

  /** The volume that an instance of long ago left behind where instances run. */
  private void bookForgottenVolume(Cluster place) {
    line(place, new Product("AmazonEC2", "Amazon Elastic Compute Cloud", "Storage"), "forgotten")
        .usage(
            prefixed(place, "AmazonEC2", "EBS:VolumeUsage.gp3"),
            "CreateVolume-Gp3",
            "GB-Mo",
            Storage.FORGOTTEN_GIB / HOURS)
        .rate(Rates.GP3_GB_MONTH)
        .resource(Storage.forgottenVolumeId(period.organisation().seed(), place), Map.of())
        .every(24);
  }

  /** GuardDuty's runtime monitoring, metered by the vCPUs that it watches. */
  void bookRuntimeMonitoring(Cluster place, double vcpus) {
    if (place.account().flaws().contains(Flaw.NO_GUARDDUTY)) {
      return;
    }
    line(
            place,
            new Product("AmazonGuardDuty", "Amazon GuardDuty", "Amazon GuardDuty"),
            prefixed(place, "AmazonGuardDuty", "PaidFargatevCPUMonitored"),
            "runtime")
        .usage(
            prefixed(place, "AmazonGuardDuty", "PaidFargatevCPUMonitored"),
            "None",
            "vCPU-Months",
            vcpus / HOURS)
        .rate(1.5)
        .every(24);
  }

  /** Books what belongs to a service. */
  void bookService(Service service) {
    Cluster cluster = service.cluster();
    if (!service.loadBalancer().isEmpty() && booked.add(cluster.arn() + service.loadBalancer())) {
      loadBalancer(service);
    }
    double gigabytes = service.imageMiB() * 60 / 1024.0;
    line(
            cluster,
            new Product(
                "AmazonECR", "Amazon EC2 Container Registry (ECR)", "EC2 Container Registry"),
            prefixed(cluster, "AmazonECR", "TimedStorage-ByteHrs"),
            service.repository())
        .usage(
            prefixed(cluster, "AmazonECR", "TimedStorage-ByteHrs"), "", "GB-Mo", gigabytes / HOURS)
        .rate(Rates.ECR_GB_MONTH)
        .every(24)
        .resource(cluster.arn("ecr", "repository/" + service.repository()), Map.of());
    if (!service.has(Flaw.NO_LOGGING)) {
      line(
              cluster,
              new Product("AmazonCloudWatch", "AmazonCloudWatch", "Data Payload"),
              prefixed(cluster, "AmazonCloudWatch", "DataProcessing-Bytes"),
              service.name())
          .usage(
              prefixed(cluster, "AmazonCloudWatch", "DataProcessing-Bytes"),
              "PutLogEvents",
              "GB",
              0.004 * service.maxTasks())
          .rate(Rates.LOG_GB)
          .every(24)
          .resource(cluster.arn("logs", "log-group:/ecs/" + service.family()), Map.of());
    }
  }

  /** Traffic between zones, one line a day and task, with the task as its resource. */
  void bookTransfer(TaskRun task) {
    Service service = task.service();

    if (service.loadBalancer().isEmpty()
        || service.launch() == Launch.EC2
        || task.firstHour() >= period.endHour()
        || task.endHour() <= period.firstHour()) {
      return;
    }
    String prefix = Rates.prefix(service.cluster().region(), "AmazonECS");
    Charge charge =
        period
            .part(task.firstHour(), task.endHour(), "transfer", task.arn())
            .of(service.cluster().account(), service.cluster().region(), "")
            .product("AmazonECS", "Amazon Elastic Container Service", "Data Transfer")
            .usage(prefix + "DataTransfer-Regional-Bytes", "InterZone-In", "GB", 0.02)
            .described("$0.010 per GB - regional data transfer - in/out/between EC2 AZs")
            .rate(Rates.TRANSFER_GB)
            .every(24)
            .resource(task.arn(), TaskCharges.tags(service));
    book.accept(charge);
    if (service.has(Flaw.PUBLIC_IP)) {
      Charge address =
          period
              .part(task.firstHour(), task.endHour(), "address", task.arn())
              .of(service.cluster().account(), service.cluster().region(), "")
              .product("AmazonVPC", "Amazon Virtual Private Cloud", "VpcPublicIPv4Address")
              .usage("USE1-PublicIPv4:InUseAddress", "", "Hrs", 1)
              .described("$0.005 per In-use public IPv4 address per hour")
              .rate(Rates.PUBLIC_ADDRESS_HOUR)
              .every(24)
              .resource(
                  service
                      .cluster()
                      .arn(
                          "ec2",
                          "network-interface/" + Networks.interfaceId(period.organisation(), task)),
                  Map.of());
      book.accept(address);
    }
  }

  private void loadBalancer(Service service) {
    Cluster cluster = service.cluster();
    String arn = Networks.loadBalancerArn(period.organisation(), service);
    boolean shared = service.loadBalancer().contains("storefront");
    line(
            cluster,
            new Product("AWSELB", "Elastic Load Balancing", "Load Balancer-Application"),
            prefixed(cluster, "AWSELB", "LoadBalancerUsage"),
            arn)
        .usage(
            prefixed(cluster, "AWSELB", "LoadBalancerUsage"), "LoadBalancing:Application", "Hrs", 1)
        .rate(Rates.LOAD_BALANCER_HOUR)
        .resource(arn, Map.of());
    line(
            cluster,
            new Product("AWSELB", "Elastic Load Balancing", "Load Balancer-Application"),
            prefixed(cluster, "AWSELB", "LCUUsage"),
            arn,
            "lcu")
        .usage(
            prefixed(cluster, "AWSELB", "LCUUsage"),
            "LoadBalancing:Application",
            "LCU-Hrs",
            shared ? 4.2 : 0.03)
        .rate(Rates.LOAD_BALANCER_LCU)
        .resource(arn, Map.of());
  }

  private static String prefixed(Cluster cluster, String code, String usageType) {
    return Rates.prefix(cluster.region(), code) + usageType;
  }

  private Charge line(Cluster cluster, Product product, Object... name) {
    StringBuilder key = new StringBuilder(cluster.account().id()).append(cluster.region());
    for (Object part : name) {
      key.append('/').append(part);
    }
    Charge charge =
        period
            .charge("shared", product.code(), key)
            .of(cluster.account(), cluster.region(), "")
            .product(product.code(), product.name(), product.family());
    book.accept(charge);
    return charge;
  }

  private record Product(String code, String name, String family) {}
}
