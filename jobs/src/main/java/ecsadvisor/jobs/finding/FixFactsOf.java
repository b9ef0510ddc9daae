package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fact.security.BalancerSecurity;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.security.fix.FixFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What prices of fixes are made of, from what inventory, bill and telemetry say of services. */
final class FixFactsOf {
  private static final String ENDPOINTS = "com.amazonaws.";
  private static final double BYTES_PER_GB = 1e9;
  private static final double CPU_UNITS_PER_VCPU = 1024;
  private static final int HOURS_PER_DAY = 24;

  private final Map<String, Integer> servicesOfCluster = new HashMap<>();
  private final Map<String, Double> tasksOfCluster = new HashMap<>();
  private final Map<String, Double> logGb = new HashMap<>();
  private final double months;

  /**
   * What services share.
   *
   * @param services all services, for the sizes of their clusters
   * @param meters the bill's meters of the window
   */
  FixFactsOf(List<ServiceFinding> services, List<BillMeter> meters, Window window) {
    this.months = window.lookbackDays() * HOURS_PER_DAY / Rates.HOURS_PER_MONTH;
    for (ServiceFinding finding : services) {
      String cluster = cluster(finding.fleet().key());
      servicesOfCluster.merge(cluster, 1, Integer::sum);
      Double tasks = finding.fleet().tasksNow();
      tasksOfCluster.merge(cluster, tasks == null ? Double.NaN : tasks, Double::sum);
    }
    for (BillMeter meter : meters) {
      if (meter.meter().startsWith(BillMeter.LOG_GROUP)) {
        logGb.merge(
            meter.accountId() + "/" + meter.region() + "/" + meter.meter(),
            meter.amount(),
            Double::sum);
      }
    }
  }

  /** The facts of a service. */
  FixFacts of(ServiceFinding finding, SecurityFacts facts) {
    FleetService service = finding.fleet();
    return new FixFacts(
        service.key(),
        service.currency(),
        tasks(finding, facts),
        use(facts),
        network(facts),
        new FixFacts.Cluster(
            servicesOfCluster.get(cluster(service.key())),
            tasksOfCluster.get(cluster(service.key())),
            null),
        account(facts.bill()));
  }

  private static String cluster(ServiceKey key) {
    return key.accountId() + "/" + key.region() + "/" + key.clusterName();
  }

  private static FixFacts.Tasks tasks(ServiceFinding finding, SecurityFacts facts) {
    FleetService service = finding.fleet();
    ServiceConfig config = facts.config();
    Scaling scaling = config.scaling();
    Double tasks = service.tasksNow();
    FleetService.Reservation size = service.sizeNow();
    Double hourCost = finding.service().costPerTaskHour();
    return new FixFacts.Tasks(
        scaling == null ? config.desiredCount() : scaling.minCapacity(),
        tasks == null ? null : Double.valueOf(tasks * Rates.HOURS_PER_MONTH),
        null,
        size == null ? null : Double.valueOf(size.cpuUnits() / CPU_UNITS_PER_VCPU),
        hourCost,
        service.spotShareNow() == 0 ? hourCost : null,
        imageGb(config.layout().images()),
        config.layout().images().size());
  }

  private static @Nullable Double imageGb(List<ServiceImage> images) {
    double bytes = 0;
    for (ServiceImage image : images) {
      Long size = image.sizeBytes();
      if (size == null) {
        return null;
      }
      bytes += size;
    }
    return images.isEmpty() ? null : Double.valueOf(bytes / BYTES_PER_GB);
  }

  private FixFacts.Use use(SecurityFacts facts) {
    int secrets = 0;
    Set<String> fileSystems = new TreeSet<>();
    for (TaskSecurity task : facts.security().tasks()) {
      for (ContainerSecurity container : task.containers()) {
        secrets +=
            (int)
                container.secretHits().stream()
                    .filter(hit -> hit.confidence() == SecretHit.Confidence.HIGH)
                    .count();
      }
      task.volumes().stream()
          .map(VolumeSecurity::fileSystemId)
          .filter(id -> !id.isEmpty())
          .forEach(fileSystems::add);
    }
    return new FixFacts.Use(
        balancer(facts.security().entry()),
        null,
        logGb(facts),
        null,
        null,
        fileSystems.stream().findFirst().orElse(""),
        null,
        secrets,
        null,
        null);
  }

  /** The load balancer that the internet reaches, else the first one. */
  private static String balancer(EntrySecurity entry) {
    return entry.loadBalancers().stream()
        .filter(BalancerSecurity::internetFacing)
        .findFirst()
        .or(() -> entry.loadBalancers().stream().findFirst())
        .map(BalancerSecurity::arn)
        .orElse("");
  }

  /** What the bill says that its log groups took in a month; null where it says nothing. */
  private @Nullable Double logGb(SecurityFacts facts) {
    Set<String> groups = new HashSet<>();
    for (TaskSecurity task : facts.security().tasks()) {
      for (ContainerSecurity container : task.containers()) {
        LogSecurity log = container.log();
        if (log != null && !log.group().isEmpty()) {
          groups.add(log.group());
        }
      }
    }
    String place = facts.key().accountId() + "/" + facts.key().region() + "/";
    double sum = 0;
    for (String group : groups) {
      Double gb = logGb.get(place + BillMeter.LOG_GROUP + group);
      if (gb == null) {
        return null;
      }
      sum += gb;
    }
    return groups.isEmpty() ? null : Double.valueOf(sum / months);
  }

  private static FixFacts.@Nullable Network network(SecurityFacts facts) {
    NetworkSecurity network = facts.security().network();
    if (network.vpcId().isEmpty()) {
      return null;
    }
    String prefix = ENDPOINTS + facts.key().region() + ".";
    Set<String> endpoints = new TreeSet<>();
    for (String name : network.interfaceEndpoints()) {
      endpoints.add(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }
    for (String name : network.gatewayEndpoints()) {
      endpoints.add(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }
    return new FixFacts.Network(
        network.vpcId(),
        network.zones().size(),
        network.pathsKnown(),
        !network.natGateways().isEmpty(),
        endpoints);
  }

  private FixFacts.Account account(BillEvidence bill) {
    if (!bill.usable()) {
      return FixFacts.Account.UNKNOWN;
    }
    return new FixFacts.Account(
        bill.fargateVcpuHours() / months / Rates.HOURS_PER_MONTH,
        monthly(bill.meter("AWSCloudTrail/FreeEventsRecorded")),
        null,
        monthly(bill.meter("AWSConfig/ConfigurationItemRecorded")),
        monthly(bill.meter("AWSSecurityHub/PaidComplianceCheck")),
        bill.meter("awswaf/WebACL") == null ? null : Boolean.TRUE);
  }

  private @Nullable Double monthly(@Nullable Double ofWindow) {
    return ofWindow == null ? null : Double.valueOf(ofWindow / months);
  }
}
