package ecsadvisor.models.security.fix;

import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service when its fixes are priced. Null means not known, which widens the
 * price and never stands for a figure; what is no amount is not known either.
 *
 * @param key which service
 * @param currency currency of {@code taskHourCost}; empty without a bill
 * @param tasks what its tasks are
 * @param use what it uses
 * @param network its VPC, or null where its subnets are not known
 * @param cluster its cluster
 * @param account its account and region
 */
public record FixFacts(
    ServiceKey key,
    String currency,
    Tasks tasks,
    Use use,
    @Nullable Network network,
    Cluster cluster,
    Account account)
    implements Serializable {
  /** Names the account and region. */
  public String accountRegion() {
    return key.accountId() + "/" + key.region();
  }

  /**
   * Its tasks.
   *
   * @param least fewest tasks that run: the minimum of its scaling, else the desired count
   * @param hoursMonthly task-hours of a month
   * @param startsMonthly tasks started in a month
   * @param vcpu vCPU of a task
   * @param hourCost effective cost of a task-hour
   * @param hourCostOnDemand cost of a task-hour on demand
   * @param imageGb size of a task's images in GB, compressed
   * @param images images of a task
   */
  public record Tasks(
      int least,
      @Nullable Double hoursMonthly,
      @Nullable Double startsMonthly,
      @Nullable Double vcpu,
      @Nullable Double hourCost,
      @Nullable Double hourCostOnDemand,
      @Nullable Double imageGb,
      int images)
      implements Serializable {
    public Tasks {
      hoursMonthly = known(hoursMonthly);
      startsMonthly = known(startsMonthly);
      vcpu = known(vcpu);
      hourCost = known(hourCost);
      hourCostOnDemand = known(hourCostOnDemand);
      imageGb = known(imageGb);
    }
  }

  /**
   * What it uses in a month.
   *
   * @param loadBalancer ARN of its load balancer; empty for none
   * @param requests requests of the load balancer as a whole
   * @param logGb log data that it writes, in GB
   * @param storedLogGb log data that its log groups keep, in GB
   * @param retentionMonths months for which its logs are to be kept
   * @param fileSystem the EFS file system that it keeps data on; empty for none
   * @param efsGb metered size of its file systems, in GB
   * @param secretsFound secrets found in its definition
   * @param egressGb data to and from outside its VPC, in GB
   * @param betweenTasksGb data to and from others in its VPC, in GB
   */
  public record Use(
      String loadBalancer,
      @Nullable Double requests,
      @Nullable Double logGb,
      @Nullable Double storedLogGb,
      @Nullable Double retentionMonths,
      String fileSystem,
      @Nullable Double efsGb,
      int secretsFound,
      @Nullable Double egressGb,
      @Nullable Double betweenTasksGb)
      implements Serializable {
    public Use {
      requests = known(requests);
      logGb = known(logGb);
      storedLogGb = known(storedLogGb);
      retentionMonths = known(retentionMonths);
      efsGb = known(efsGb);
      egressGb = known(egressGb);
      betweenTasksGb = known(betweenTasksGb);
    }
  }

  /**
   * Its VPC.
   *
   * @param vpcId the VPC
   * @param zones Availability Zones of the service's subnets
   * @param pathsKnown whether all gateways and endpoints of the VPC are known
   * @param natGateway whether it has a NAT gateway
   * @param endpoints services with an endpoint, such as {@code ecr.api} or {@code s3}
   */
  public record Network(
      String vpcId, int zones, boolean pathsKnown, boolean natGateway, Set<String> endpoints)
      implements Serializable {
    public Network {
      endpoints = Set.copyOf(endpoints);
    }
  }

  /**
   * Its cluster.
   *
   * @param services services of the cluster
   * @param tasks tasks of the cluster
   * @param idleInstancesMonthly monthly cost of instances that scale-in would take and that the fix
   *     of termination protection could keep
   */
  public record Cluster(
      @Nullable Integer services, @Nullable Double tasks, @Nullable Double idleInstancesMonthly)
      implements Serializable {
    public Cluster {
      tasks = known(tasks);
      idleInstancesMonthly = known(idleInstancesMonthly);
    }

    /** Nothing is known. */
    public static final Cluster UNKNOWN = new Cluster(null, null, null);
  }

  /**
   * Its account and region, in a month.
   *
   * @param fargateVcpuMonths vCPU-months of Fargate
   * @param managementEvents management events that CloudTrail records
   * @param flowAndDnsGb flow log and DNS data that GuardDuty would read, in GB
   * @param configItems configuration items that Config records or would record
   * @param securityHubChecks checks that Security Hub makes or would make
   * @param hasWebAcl whether it has a web ACL that the load balancer could use too
   */
  public record Account(
      @Nullable Double fargateVcpuMonths,
      @Nullable Double managementEvents,
      @Nullable Double flowAndDnsGb,
      @Nullable Double configItems,
      @Nullable Double securityHubChecks,
      @Nullable Boolean hasWebAcl)
      implements Serializable {
    public Account {
      fargateVcpuMonths = known(fargateVcpuMonths);
      managementEvents = known(managementEvents);
      flowAndDnsGb = known(flowAndDnsGb);
      configItems = known(configItems);
      securityHubChecks = known(securityHubChecks);
    }

    /** Nothing is known. */
    public static final Account UNKNOWN = new Account(null, null, null, null, null, null);
  }

  /** A figure that is an amount, else null. */
  private static @Nullable Double known(@Nullable Double value) {
    return value != null && value >= 0 && !value.isInfinite() ? value : null;
  }
}
