package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All charges of one billing period. */
final class BillBook {
  private static final double TAX_SHARE = 0.08;
  private static final double SUPPORT_SHARE = 0.07;
  private static final double CREDIT_USD = -750;
  private static final double REFUND_USD = -38.41;
  private static final String[] OTHER_SERVICES = {
    "AWSLambda", "AmazonDynamoDB", "AmazonS3", "AWSQueueService", "AmazonSNS", "AmazonKinesis"
  };

  private final Organisation organisation;
  private final Period period;
  private final List<Charge> charges = new ArrayList<>();

  private BillBook(Organisation organisation, Period period) {
    this.organisation = organisation;
    this.period = period;
  }

  /** The charges of a month. */
  static List<Charge> of(Organisation organisation, Fleet fleet, Curves curves, YearMonth month) {
    BillBook book = new BillBook(organisation, new Period(organisation, month));
    book.tasks(fleet, curves);
    for (Instance instance : fleet.instances()) {
      InstanceCharges.book(book.period, instance, book.charges::add);
    }
    SharedCharges shared = new SharedCharges(book.period, book.charges::add);
    book.shared(fleet, shared);
    book.standaloneTasks();
    book.runtimeMonitoring(shared);
    Commitments.book(book.period, fleet, book.charges::add);
    book.corrections();
    return book.charges;
  }

  private void tasks(Fleet fleet, Curves curves) {
    TaskCharges tasks = new TaskCharges(period, curves, charges::add);
    fleet.tasks().values().forEach(runs -> runs.forEach(tasks::book));
  }

  private void shared(Fleet fleet, SharedCharges shared) {
    for (Cluster place : organisation.places()) {
      shared.bookPlace(place);
    }
    for (Service service : organisation.services()) {
      if (service.alive(organisation.timeline())) {
        shared.bookService(service);
      }
      fleet.tasks(service).forEach(shared::bookTransfer);
    }
  }

  /** Exports that analysts start by hand: a task without a service, part of an hour, each day. */
  private void standaloneTasks() {
    for (Cluster cluster : organisation.clusters()) {
      if (!cluster.name().startsWith("analytics")) {
        continue;
      }
      for (int hour = period.firstHour() + 10; hour < period.endHour(); hour += 24) {
        String id = Seeds.hex(32, organisation.seed(), "standalone", cluster.arn(), hour);
        double hours = (20 + Math.floorMod(Seeds.hash(hour, "minutes"), 40L)) / 60.0;
        standaloneLine(cluster, hour, id, "USE1-Fargate-vCPU-Hours:perCPU", 2 * hours, 0.04048);
        standaloneLine(cluster, hour, id, "USE1-Fargate-GB-Hours", 4 * hours, 0.004445);
      }
    }
  }

  /** GuardDuty watches every task on Fargate for Linux, standalone ones as well. */
  private void runtimeMonitoring(SharedCharges shared) {
    for (Cluster place : organisation.places()) {
      double vcpuHours = 0;
      for (Charge charge : charges) {
        if (charge.usageType.endsWith("vCPU-Hours:perCPU")
            && charge.usageType.contains("Fargate-")
            && !charge.usageType.contains("Windows")
            && !charge.lineType.equals("SavingsPlanNegation")
            && charge.accountId.equals(place.account().id())
            && charge.region.equals(place.region())) {
          vcpuHours += charge.usagePerHour * (charge.endHour - charge.firstHour);
        }
      }
      shared.bookRuntimeMonitoring(place, vcpuHours / (period.endHour() - period.firstHour()));
    }
  }

  private void standaloneLine(
      Cluster cluster, int hour, String id, String usageType, double usage, double rate) {
    charges.add(
        period
            .part(hour, hour + 1, "standalone", usageType, id)
            .of(cluster.account(), cluster.region(), "")
            .product("AmazonECS", "Amazon Elastic Container Service", "Compute")
            .usage(
                usageType,
                "FargateTask",
                usageType.endsWith("GB-Hours") ? "GB-Hours" : "vCPU-Hours",
                usage)
            .resource(
                cluster.arn("ecs", "task/" + cluster.name() + "/" + id),
                Map.of("aws_ecs_cluster_name", cluster.name()))
            .described("AWS Fargate task of family adhoc-export")
            .rate(rate));
  }

  /** Tax, support, a credit and a refund. */
  private void corrections() {
    Account payer = organisation.payer();
    double total = 0;
    for (Account account : organisation.accounts()) {
      double cost = 0;
      for (Charge charge : charges) {
        if (charge.accountId.equals(account.id()) && charge.productCode.equals("AmazonEC2")) {
          cost += charge.unblendedCost();
        }
      }
      total += cost;
      if (cost > 0) {
        correction(account, "Tax", "AmazonEC2", "Tax for product code AmazonEC2", cost * TAX_SHARE)
                .operation =
            "";
      }
    }
    correction(
        payer,
        "Fee",
        "AWSSupportBusiness",
        "AWS Support (Business)",
        Math.max(100, total * SUPPORT_SHARE));
    boolean first = period.firstHour() == organisation.timeline().firstHour();
    if (first) {
      correction(payer, "Credit", "AmazonECS", "AWS Migration Acceleration credit", CREDIT_USD)
              .usageType =
          "USE1-Fargate-vCPU-Hours:perCPU";
    } else {
      Charge refund =
          correction(payer, "Refund", "AmazonEC2", "Refund for NAT Gateway charge", REFUND_USD);
      refund.billType = "Refund";
    }
  }

  private Charge correction(
      Account account, String type, String productCode, String text, double usd) {
    Charge charge =
        period
            .charge("correction", type, account.id(), productCode)
            .of(account, "", "")
            .product(productCode, text, "")
            .type(type)
            .described(text)
            .lump(Math.rint(usd * 100) / 100);
    charge.term = "";
    charges.add(charge);
    return charge;
  }

  /** Adds that many lines of services beside ECS. */
  static void fill(Period period, List<Charge> charges, long lines) {
    int hours = period.endHour() - period.firstHour();
    long missing = lines;
    List<Account> accounts = period.organisation().accounts();
    for (int number = 0; missing > 0; number++) {
      int length = (int) Math.min(hours, missing);
      String product = OTHER_SERVICES[number % OTHER_SERVICES.length];
      Account account = accounts.get(number % accounts.size());
      charges.add(
          period
              .part(period.firstHour(), period.firstHour() + length, "other", number)
              .of(account, "us-east-1", "")
              .product(product, product, "API Request")
              .usage("Requests-Tier" + (1 + number % 2), "Request", "Requests", 900 + number % 97)
              .described("$0.20 per million requests")
              .rate(2e-7)
              .resource(
                  "arn:aws:%s:us-east-1:%s:resource-%d"
                      .formatted(
                          product.substring(3).toLowerCase(java.util.Locale.ROOT),
                          account.id(),
                          number),
                  Map.of("user_team", "team-" + number % 7)));
      missing -= length;
    }
  }
}
