package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.InstanceType;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Pool;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fees of Savings Plans and Reserved Instances.
 *
 * <p>Each account with committed services holds a Compute Savings Plan for exactly their steady
 * tasks, half of it paid upfront; the payer holds an EC2 Instance Savings Plan that nothing uses
 * any more; each pool holds its reservations, part of them paid upfront, and the first account with
 * a pool one reservation that nothing uses.
 */
final class Commitments {
  private static final double IDLE_PLAN_USD = 0.12;
  private static final double YEAR_HOURS = 8760;

  private Commitments() {}

  /** The Compute Savings Plan of an account. */
  static String computePlanArn(Account account, long seed) {
    return planArn(account, seed, "compute");
  }

  private static String planArn(Account account, long seed, String kind) {
    return "arn:aws:savingsplans::%s:savingsplan/%s"
        .formatted(account.id(), Seeds.uuid(seed, "plan", account.id(), kind));
  }

  /** The Reserved Instances of a type in a cluster's region. */
  static String reservationArn(Cluster cluster, String type, long seed) {
    return cluster.arn(
        "ec2", "reserved-instances/" + Seeds.uuid(seed, "reservation", cluster.arn(), type));
  }

  /** Books all fees of the period. */
  static void book(Period period, Fleet fleet, Consumer<Charge> book) {
    Organisation organisation = period.organisation();
    hourlyCommitments(organisation)
        .forEach((account, usd) -> plan(period, account, "compute", usd, usd, book));
    plan(period, organisation.payer(), "ec2-instance", IDLE_PLAN_USD, 0, book);
    boolean idleBooked = false;
    for (Cluster cluster : organisation.clusters()) {
      for (Pool pool : cluster.pools()) {
        if (pool.reserved() > 0) {
          int used = Math.min(pool.reserved(), pool.instances());
          reservation(period, cluster, pool.instanceType(), used, true, book);
        }
      }
      if (!idleBooked && !cluster.pools().isEmpty()) {
        reservation(period, cluster, "c5.xlarge", 1, false, book);
        idleBooked = true;
      }
    }
  }

  /** What the steady tasks of the committed services cost an hour at the plan's rates. */
  static Map<Account, Double> hourlyCommitments(Organisation organisation) {
    Map<Account, Double> commitments = new LinkedHashMap<>();
    for (Service service : organisation.services()) {
      if (!service.committed() || service.launch() != Launch.FARGATE) {
        continue;
      }
      double perTask =
          service.cpuUnits() / 1024.0 * Rates.fargateVcpu(service.processor())
              + service.memoryMiB() / 1024.0 * Rates.fargateGigabyte(service.processor());
      commitments.merge(
          service.cluster().account(), perTask * service.tasks() * Rates.PLAN_SHARE, Double::sum);
    }
    return commitments;
  }

  private static void plan(
      Period period,
      Account account,
      String kind,
      double perHour,
      double usedPerHour,
      Consumer<Charge> book) {
    String arn = planArn(account, period.organisation().seed(), kind);
    boolean compute = kind.equals("compute");
    String product = compute ? "Savings Plans for AWS Compute usage" : "EC2 Instance Savings Plans";
    String usageType = compute ? "ComputeSP:1yrPartialUpfront" : "USE1-EC2SP:c4.1yrPartialUpfront";
    Charge fee =
        period
            .charge("plan", arn)
            .of(account, "", "")
            .product("ComputeSavingsPlans", product, "")
            .usage(usageType, "", "Hrs", 1)
            .resource(arn, Map.of())
            .type("SavingsPlanRecurringFee")
            .described("1 year Partial Upfront " + product)
            .rates(perHour / 2, 0, 0);
    fee.savingsPlanArn = arn;
    fee.term = "";
    fee.totalCommitment = perHour;
    fee.usedCommitment = usedPerHour;
    fee.planUpfront = perHour / 2;
    fee.planRecurring = perHour / 2;
    book.accept(fee);
    if (!compute || period.firstHour() != period.organisation().timeline().firstHour()) {
      return;
    }
    Charge upfront =
        period
            .part(period.firstHour(), period.firstHour() + 1, "plan-upfront", arn)
            .of(account, "", "")
            .product("ComputeSavingsPlans", product, "")
            .usage(usageType, "", "", 1)
            .resource(arn, Map.of())
            .type("SavingsPlanUpfrontFee")
            .described("1 year Partial Upfront " + product + " upfront fee")
            .lump(perHour / 2 * YEAR_HOURS);
    upfront.billType = "Purchase";
    upfront.savingsPlanArn = arn;
    upfront.term = "";
    book.accept(upfront);
  }

  private static void reservation(
      Period period, Cluster cluster, String type, int count, boolean used, Consumer<Charge> book) {
    double price = InstanceType.of(type).usdPerHour(cluster.region());
    double hours = period.endHour() - period.firstHour();
    double recurring = price * Rates.RESERVED_RECURRING_SHARE * count * hours;
    double upfront = price * Rates.RESERVED_UPFRONT_SHARE * count * hours;
    String arn = reservationArn(cluster, type, period.organisation().seed());
    String usageType = Rates.prefix(cluster.region(), "AmazonEC2") + "HeavyUsage:" + type;
    Charge fee =
        period
            .charge("reservation", arn)
            .of(cluster.account(), cluster.region(), "")
            .product("AmazonEC2", "Amazon Elastic Compute Cloud", "Compute Instance")
            .usage(usageType, "RunInstances", "Hrs", count)
            .resource(arn, Map.of())
            .type("RIFee")
            .described("USD hourly fee per Linux/UNIX (Amazon VPC), " + type + " instance")
            .lump(recurring);
    fee.reservationArn = arn;
    fee.instanceType = type;
    fee.term = "Reserved";
    fee.reservationUpfront = upfront;
    fee.reservationUnusedUpfront = used ? 0 : upfront;
    fee.reservationUnusedRecurring = used ? 0 : recurring;
    book.accept(fee);
    if (period.firstHour() != period.organisation().timeline().firstHour()) {
      return;
    }
    Charge purchase =
        period
            .part(period.firstHour(), period.firstHour() + 1, "reservation-upfront", arn)
            .of(cluster.account(), cluster.region(), "")
            .product("AmazonEC2", "Amazon Elastic Compute Cloud", "Compute Instance")
            .usage(usageType, "RunInstances", "Quantity", count)
            .resource(arn, Map.of())
            .type("Fee")
            .described("Sign up charge for reserved instances " + type)
            .lump(price * Rates.RESERVED_UPFRONT_SHARE * count * YEAR_HOURS);
    purchase.billType = "Purchase";
    purchase.reservationArn = arn;
    purchase.instanceType = type;
    purchase.term = "Reserved";
    book.accept(purchase);
  }
}
