package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.AnomalyRow;
import ecsadvisor.jobs.table.CommitmentRow;
import ecsadvisor.jobs.table.ForecastRow;
import ecsadvisor.jobs.table.PackingRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ScheduleRow;
import ecsadvisor.models.finding.Lever;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows of the levers beside right-sizing, for the organisation of {@link DemoRows}. */
final class DemoLevers {
  static final String SHOP = "210987654321";
  static final String DATA = "098765432109";
  static final double SHARED_COST = 640;

  private final String currency;
  private final List<RecommendationRow> recommendations;
  final List<PackingRow> packing = new ArrayList<>();
  final List<ScheduleRow> schedules = new ArrayList<>();
  final List<CommitmentRow> commitments = new ArrayList<>();
  final List<AnomalyRow> anomalies = new ArrayList<>();
  final List<ForecastRow> forecasts = new ArrayList<>();

  DemoLevers(String currency, List<RecommendationRow> recommendations) {
    this.currency = currency;
    this.recommendations = recommendations;
  }

  /** A recommendation in short. */
  record Shape(
      String id,
      String control,
      String action,
      String cluster,
      String service,
      String type,
      String arn,
      String now,
      String proposed,
      double saving) {}

  void addAll() {
    service("stop", "COST-01", "Stop", "gateway", "2 x 0.5 vCPU / 1024 MiB", "0 tasks", 61.2);
    service("arm", "COST-01", "MigrateToArm", "checkout-api", "X86_64", "ARM64", 84.3);
    service(
        "spot",
        "COST-02",
        "MigrateToFargateSpot",
        "checkout-api",
        "FARGATE",
        "FARGATE base 3 weight 0, FARGATE_SPOT base 0 weight 1",
        310.25);
    service("scale", "COST-03", "AutoScale", "cart", "6 tasks", "2 to 7 tasks at 65 % CPU", 41.9);
    service("night", "COST-10", "Schedule", "sessionizer", "168 h a week", "65 h a week", 120.5);
    service("room", "COST-03", "TuneScaling", "payments", "70 %", "60 % CPU", -9.5);
    addResources();
    addTables();
  }

  private void addResources() {
    String elb = "arn:aws:elasticloadbalancing:eu-west-1:" + SHOP + ":";
    resource(
        "pack",
        "COST-06",
        "ConsolidateInstances",
        "shop-prod",
        "Ec2AutoScalingGroup",
        "arn:aws:ecs:eu-west-1:" + SHOP + ":capacity-provider/general",
        "14 x m5.2xlarge",
        "11 x m5.xlarge + 2 x m5.large",
        401.5);
    resource(
        "lb",
        "COST-09",
        "DeleteIdleLoadBalancer",
        "",
        "LoadBalancer",
        elb + "loadbalancer/app/old-front/6a9d",
        "application load balancer old-front",
        "none",
        16.6);
    resource(
        "tg",
        "COST-09",
        "DeleteOrphanTargetGroup",
        "",
        "TargetGroup",
        elb + "targetgroup/old-front-tg/4dfc",
        "target group old-front-tg",
        "none",
        0);
    resource(
        "ecr",
        "COST-05",
        "OptimizeImages",
        "",
        "EcrRepository",
        "arn:aws:ecr:eu-west-1:" + SHOP + ":repository/team/checkout-api",
        "40 images",
        "15 images",
        8.42);
    resource(
        "plan",
        "COST-07",
        "PurchaseSavingsPlans",
        "",
        "ComputeSavingsPlans",
        "COMPUTE_SP",
        "on demand",
        "COMPUTE_SP ONE_YEAR NO_UPFRONT of 1.167 USD an hour",
        211.28);
    resource(
        "watch",
        "COST-08",
        "EnableCostMonitoring",
        "",
        "Account",
        SHOP,
        "lacks an owner's tag",
        "watched",
        0);
  }

  private void addTables() {
    schedules.add(schedule("MON-THU"));
    schedules.add(schedule("FRI"));
    packing.add(pack("general", "m5.2xlarge", 14, 0, 1200, 0, 0, 0));
    packing.add(pack("general", "m5.xlarge", 0, 11, 0, 700, 610, 1));
    packing.add(pack("general", "m5.large", 0, 2, 0, 98.5, 98.5, 0));
    packing.add(pack("compute", "c5.2xlarge", 1, 2, 106.5, 213, 106.5, 1));
    commitments.add(commitment("ONE_YEAR", 212.98, true, 0));
    commitments.add(commitment("THREE_YEARS", 497.57, false, 0.4));
    anomalies.add(anomaly("stock", "ENDED", 44));
    anomalies.add(anomaly("shipping", "OPEN", 12));
    forecasts.add(
        new ForecastRow("TOTAL", "", "", "", "", "2026-11", 900, 1300, 1250, 1360, currency));
    forecasts.add(
        new ForecastRow("ACCOUNT", SHOP, "", "", "", "2026-11", 600, 900, 850, 960, currency));
    forecasts.add(
        new ForecastRow(
            "SERVICE",
            SHOP,
            "eu-west-1",
            "shop-prod",
            "stock",
            "2026-11",
            60,
            90,
            85,
            96,
            currency));
  }

  private void service(
      String id,
      String control,
      String action,
      String service,
      String now,
      String proposed,
      double saving) {
    boolean isData = service.equals("sessionizer");
    add(
        new Shape(
            id,
            control,
            action,
            isData ? "analytics" : "shop-prod",
            service,
            "EcsService",
            "arn:aws:ecs:eu-west-1:" + SHOP + ":service/shop-prod/" + service,
            now,
            proposed,
            saving),
        isData ? DATA : SHOP,
        isData ? "us-east-1" : "eu-west-1");
  }

  private void resource(
      String id,
      String control,
      String action,
      String cluster,
      String type,
      String arn,
      String now,
      String proposed,
      double saving) {
    add(
        new Shape(id, control, action, cluster, "", type, arn, now, proposed, saving),
        SHOP,
        type.endsWith("SavingsPlans") || type.equals("Account") ? "" : "eu-west-1");
  }

  void add(Shape shape, String account, String region) {
    recommendations.add(
        new RecommendationRow(
            account,
            "",
            "",
            currency,
            "",
            shape.now,
            shape.type,
            shape.saving * 2,
            shape.saving * 2,
            shape.saving,
            shape.saving,
            50.0,
            50,
            "Low",
            Instant.parse("2026-11-21T00:00:00Z"),
            "rec-" + shape.id,
            DemoRows.DAYS,
            "EcsCostAdvisor",
            "",
            shape.proposed,
            shape.type,
            region,
            shape.arn,
            true,
            true,
            "",
            shape.control,
            shape.action,
            shape.cluster,
            shape.service,
            shape.service.isEmpty() ? "" : "FARGATE",
            "team-1",
            "prod",
            "Overprovisioned",
            "IDLE",
            "Low",
            null,
            null,
            null,
            shape.saving,
            shape.saving * 1.5,
            shape.saving,
            shape.saving * 0.8,
            shape.saving,
            shape.saving * 1.1,
            null,
            0.9,
            DemoRows.DAYS,
            1,
            0,
            null,
            null,
            "Open",
            "",
            DemoRows.END,
            DemoRows.END,
            0,
            null,
            null,
            "",
            "patches/rec-" + shape.id,
            "cfg",
            "SERVICE_BILL",
            "mean_tasks=6; spot_discount=65.0 %",
            ""));
  }

  private ScheduleRow schedule(String days) {
    return new ScheduleRow(
        DATA,
        "us-east-1",
        "analytics",
        "sessionizer",
        days,
        "20:00",
        "07:00",
        "America/New_York",
        "cron(0 20 ? * MON-FRI *)",
        "cron(0 7 ? * MON-FRI *)",
        4,
        0,
        120.5,
        currency,
        "rec-night");
  }

  private PackingRow pack(
      String provider,
      String type,
      int now,
      int proposed,
      double costNow,
      double costProposed,
      double bound,
      int spare) {
    return new PackingRow(
        SHOP,
        "eu-west-1",
        "shop-prod",
        provider,
        "eu-west-1a",
        type,
        now,
        proposed,
        costNow,
        costProposed,
        bound,
        0.021,
        spare,
        currency);
  }

  private CommitmentRow commitment(
      String term, double saving, boolean recommended, double expiring) {
    return new CommitmentRow(
        SHOP,
        "COMPUTE_SP",
        term,
        "NO_UPFRONT",
        1.167,
        0.78,
        0.97,
        1,
        saving,
        0.8,
        2.926,
        expiring,
        currency,
        recommended,
        "",
        saving,
        "the payer's own commitments");
  }

  private AnomalyRow anomaly(String service, String status, double impact) {
    LocalDate start = DemoRows.END.minusDays(3);
    return new AnomalyRow(
        SHOP,
        "eu-west-1",
        "shop-prod",
        service,
        start,
        DemoRows.END,
        100 + impact,
        100,
        impact,
        impact / 100,
        "STEP",
        "USAGE: 3 tasks more",
        status,
        currency,
        "team-2",
        95,
        106);
  }

  /** The waterfall of all open advice that saves. */
  List<SavingsRow> savings(double services) {
    List<SavingsRow> rows = new ArrayList<>();
    rows.add(row("SERVICE", 1, Lever.STOP_IDLE, 0, SHARED_COST));
    double before = services + SHARED_COST;
    int step = 1;
    for (Lever lever : Lever.values()) {
      double saving = 0;
      for (RecommendationRow row : recommendations) {
        if (Levers.of(row) == lever) {
          saving += Figures.cents(Math.max(0, row.waterfallMonthlySavings())).doubleValue();
        }
      }
      rows.add(row("TOTAL", step++, lever, saving, before));
      before -= saving;
    }
    return rows;
  }

  private SavingsRow row(String scope, int step, Lever lever, double saving, double before) {
    return new SavingsRow(
        scope,
        scope.equals("TOTAL") ? "" : SHOP,
        "",
        "",
        "",
        step,
        lever.controlId(),
        saving * 1.5,
        saving,
        saving * 0.25,
        before,
        before - saving,
        currency,
        lever.label(),
        saving * 0.8,
        saving,
        saving * 1.1);
  }
}
