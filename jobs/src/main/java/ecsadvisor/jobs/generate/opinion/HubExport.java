package ecsadvisor.jobs.generate.opinion;

import ecsadvisor.jobs.generate.inventory.ClusterInventory;
import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.InstanceType;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Pool;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/**
 * COST_OPTIMIZATION_RECOMMENDATIONS as Data Exports writes it: what Compute Optimizer would resize
 * for less money, the idle service, an Auto Scaling group of smaller instances, a Savings Plan, and
 * a database that is nobody's business here.
 */
final class HubExport {
  static final String[] COLUMNS = {
    "account_id",
    "account_name",
    "action_type",
    "currency_code",
    "current_resource_details",
    "current_resource_summary",
    "current_resource_type",
    "estimated_monthly_cost_after_discount",
    "estimated_monthly_cost_before_discount",
    "estimated_monthly_savings_after_discount",
    "estimated_monthly_savings_before_discount",
    "estimated_savings_percentage_after_discount",
    "estimated_savings_percentage_before_discount",
    "implementation_effort",
    "last_refresh_timestamp",
    "recommendation_id",
    "recommendation_lookback_period_in_days",
    "recommendation_source",
    "recommended_resource_details",
    "recommended_resource_summary",
    "recommended_resource_type",
    "region",
    "resource_arn",
    "restart_needed",
    "rollback_possible",
    "tags"
  };

  /** What AWS would say of things that it looks at with data the organisation does not have. */
  private static final double PLAN_COST = 1252.11;

  private static final double PLAN_SAVING = 205.00;
  private static final double DATABASE_COST = 122.64;
  private static final double DATABASE_SAVING = 61.32;

  private static final int HOURS_PER_MONTH = 730;

  private final CSVPrinter printer;
  private final Organisation organisation;
  private final String refreshed;

  HubExport(CSVPrinter printer, Organisation organisation) {
    this.printer = printer;
    this.organisation = organisation;
    this.refreshed = organisation.timeline().collectedAt().minus(OptimizerExport.AGE).toString();
  }

  void write() throws IOException {
    for (Service service : organisation.services()) {
      AwsView view = AwsView.of(organisation, service);
      if (view == null) {
        continue;
      }
      if (service.archetype() == Archetype.IDLE) {
        idle(service);
      } else if (view.finding().equals("Overprovisioned")) {
        smaller(service, view);
      }
    }
    for (Cluster cluster : organisation.clusters()) {
      for (Pool pool : cluster.pools()) {
        if (!pool.spot()) {
          group(cluster, pool);
        }
      }
    }
    Account payer = organisation.payer();
    row(
        payer,
        "PurchaseSavingsPlans",
        "",
        "",
        "ComputeSavingsPlans",
        PLAN_COST,
        PLAN_SAVING,
        "VeryLow",
        "",
        "ComputeSavingsPlans 1 year, no upfront",
        "",
        "",
        false,
        false);
    row(
        payer,
        "Rightsize",
        "",
        "db.m6g.xlarge",
        "RdsDbInstance",
        DATABASE_COST,
        DATABASE_SAVING,
        "Medium",
        "",
        "db.m6g.large",
        organisation.clusters().get(0).region(),
        organisation.clusters().get(0).arn("rds", "db:orders"),
        true,
        true);
  }

  private void idle(Service service) throws IOException {
    double cost = AwsView.monthly(organisation, service, service.cpuUnits(), service.memoryMiB());
    row(
        service.cluster().account(),
        "Delete",
        details(service.cpuUnits(), service.memoryMiB()),
        summary(service.cpuUnits(), service.memoryMiB()),
        "EcsService",
        cost,
        cost,
        "Low",
        "",
        "Delete ECS service",
        service.cluster().region(),
        service.arn(),
        false,
        false);
  }

  private void smaller(Service service, AwsView view) throws IOException {
    row(
        service.cluster().account(),
        "Rightsize",
        details(service.cpuUnits(), service.memoryMiB()),
        summary(service.cpuUnits(), service.memoryMiB()),
        "EcsService",
        AwsView.monthly(organisation, service, service.cpuUnits(), service.memoryMiB()),
        view.saving(organisation, service),
        "Medium",
        details(view.cpuUnits(), view.memoryMiB()),
        summary(view.cpuUnits(), view.memoryMiB()),
        service.cluster().region(),
        service.arn(),
        true,
        true);
  }

  /** As many instances of half the size. */
  private void group(Cluster cluster, Pool pool) throws IOException {
    InstanceType type = InstanceType.of(pool.instanceType());
    boolean virginia = cluster.region().equals("us-east-1");
    double cost =
        pool.instances()
            * (virginia ? type.usdPerHour() : type.usdPerHourIreland())
            * HOURS_PER_MONTH;
    row(
        cluster.account(),
        "Rightsize",
        "",
        pool.instanceType(),
        "Ec2AutoScalingGroup",
        cost,
        cost / 2,
        "Medium",
        "",
        pool.instanceType().replace("2xlarge", "xlarge"),
        cluster.region(),
        ClusterInventory.autoScalingGroupArn(organisation, cluster, pool),
        true,
        true);
  }

  private void row(
      Account account,
      String action,
      String details,
      String summary,
      String type,
      double cost,
      double saving,
      String effort,
      String newDetails,
      String newSummary,
      String region,
      String arn,
      boolean restart,
      boolean rollback)
      throws IOException {
    String share = money(100 * saving / cost);
    printer.printRecord(
        account.id(),
        account.name(),
        action,
        "USD",
        details,
        summary,
        type,
        money(cost),
        money(cost),
        money(saving),
        money(saving),
        share,
        share,
        effort,
        refreshed,
        account.id() + "_" + Seeds.uuid(organisation.seed(), "opinion", type, arn),
        14,
        type.endsWith("SavingsPlans") ? "CostExplorer" : "ComputeOptimizer",
        newDetails,
        newSummary,
        type,
        region,
        arn,
        restart,
        rollback,
        "{}");
  }

  /** AWS has been seen to print CPU units as vCPUs. */
  private static String summary(int cpuUnits, int memoryMiB) {
    return String.format(Locale.ROOT, "%.1f vCPU/%d MB memory", (double) cpuUnits, memoryMiB);
  }

  private static String details(int cpuUnits, int memoryMiB) {
    return String.format(
        Locale.ROOT,
        "{\"ecsService\":{\"configuration\":{\"compute\":{\"vCpu\":%.1f,\"memorySizeInMB\":%d,"
            + "\"architecture\":null,\"platform\":null}}}}",
        (double) cpuUnits,
        memoryMiB);
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }
}
