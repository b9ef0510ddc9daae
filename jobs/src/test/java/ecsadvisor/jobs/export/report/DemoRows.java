package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.export.RunFacts;
import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SecurityStepRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an invented organisation with about thirty services: long names, missing owners, advice
 * that costs money, services without bill, without telemetry and without inventory.
 */
final class DemoRows {
  static final LocalDate END = LocalDate.of(2026, 11, 20);
  static final int DAYS = 32;
  static final LocalDate START = END.minusDays(DAYS - 1L);

  private final String currency;
  final List<ServiceRow> services = new ArrayList<>();
  final List<RecommendationRow> recommendations = new ArrayList<>();
  final List<DailyCostRow> dailyCosts = new ArrayList<>();
  final List<DailyUtilizationRow> dailyUtilization = new ArrayList<>();
  final List<PlanRow> plan = new ArrayList<>();
  final DemoLevers levers;

  DemoRows(String currency) {
    this.currency = currency;
    this.levers = new DemoLevers(currency, recommendations);
  }

  /** A service as the demo describes it. */
  record Shape(
      String account,
      String region,
      String cluster,
      String name,
      String launch,
      String owner,
      @Nullable Integer cpuUnits,
      @Nullable Integer memoryMiB,
      double tasks,
      double cpuLevel,
      double memoryLevel,
      String outcome,
      String reasons) {}

  /** The whole demo. */
  static ReportModel model() {
    DemoRows rows = new DemoRows("USD");
    rows.addOrganisation();
    Set<List<String>> seen = new HashSet<>();
    rows.levers.addAll();
    rows.recommendations.stream()
        .filter(row -> row.status().equals("Open") && row.waterfallMonthlySavings() > 0)
        .sorted(
            Comparator.comparingDouble(RecommendationRow::waterfallMonthlySavings)
                .reversed()
                .thenComparing(RecommendationRow::recommendationId))
        .filter(row -> seen.add(Subject.key(row)))
        .limit(5)
        .forEach(row -> rows.decide(row.recommendationId()));
    return rows.toModel();
  }

  /** Puts recommendations into the plan as the next decision. */
  void decide(String... ids) {
    plan.add(
        new PlanRow(
            plan.size() + 1,
            String.join(";", ids),
            "",
            currency,
            0,
            0,
            "RESTART",
            4,
            4,
            8,
            "MON 09:00-16:00 UTC",
            2,
            "its share of all savings is 2.00 times its share of all disruption"));
  }

  /** No input told anything. */
  static ReportModel empty() {
    return new ReportModel(
        facts(List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void addOrganisation() {
    String shop = "210987654321";
    String data = "098765432109";
    String west = "eu-west-1";
    String east = "us-east-1";
    add(shape(shop, west, "shop-prod", "checkout-api", 4096, 8192, 12, 0.11, 0.22));
    add(shape(shop, west, "shop-prod", "catalogue-search", 2048, 16384, 9, 0.19, 0.31));
    add(shape(shop, west, "shop-prod", "image-resizer", 2048, 4096, 8, 0.16, 0.30));
    add(shape(shop, west, "shop-prod", "cart", 1024, 4096, 6, 0.13, 0.19));
    add(shape(shop, west, "shop-prod", "pricing-engine", 4096, 8192, 4, 0.20, 0.41));
    add(
        shape(
            shop,
            west,
            "shop-prod",
            "recommendation-ranking-candidate-generator-offline-v2-eu"
                + "-primary-with-a-very-long-name-for-a-service-indeed",
            1024,
            2048,
            5,
            0.12,
            0.35));
    add(shape(data, east, "analytics", "event-ingest", 2048, 4096, 10, 0.14, 0.28));
    add(shape(data, east, "analytics", "sessionizer", 1024, 8192, 4, 0.16, 0.21));
    add(shape(data, east, "analytics", "report-builder", 512, 2048, 3, 0.10, 0.22));
    add(shape(data, east, "analytics", "notification-mailer", 256, 1024, 2, 0.09, 0.28));
    add(shape(shop, west, "shop-prod", "payments", 512, 1024, 6, 0.72, 0.93).upsized());
    add(shape(shop, west, "shop-prod", "fraud-scoring", 1024, 2048, 3, 0.91, 0.62).upsized());
    String[] optimal = {"login", "stock", "shipping", "reviews", "gateway", "geo", "tax"};
    for (int i = 0; i < optimal.length; i++) {
      add(
          shape(shop, west, "shop-prod", optimal[i], 512, 1024, 2 + i, 0.46, 0.61)
              .withOutcome("OPTIMAL", ""));
    }
    String[] batch = {"nightly-export", "ledger-sync", "image-scan", "ocr"};
    for (int i = 0; i < batch.length; i++) {
      add(
          shape(data, east, "batch-spot", batch[i], 1024, 2048, 1 + i, 0.5, 0.5)
              .withOutcome(
                  "WITHHELD", i % 2 == 0 ? "SHORT_HISTORY" : "LOW_COVERAGE;SCALING_UNKNOWN"));
    }
    add(
        new Shape(
            data,
            east,
            "analytics",
            "=HYPERLINK(\"x\")",
            "FARGATE",
            "\"><script>alert(1)" + "</script>",
            null,
            null,
            1,
            0,
            0,
            "WITHHELD",
            "TASK_SIZE_UNKNOWN;NO_DATA"));
    add(
        new Shape(
            data,
            "eu-central-1",
            "legacy",
            "cron",
            "EC2",
            "",
            null,
            null,
            0,
            0,
            0,
            "WITHHELD",
            "NO_DATA"));
    add(
        new Shape(
            data,
            "eu-central-1",
            "legacy",
            "ftp-bridge",
            "EC2",
            "",
            1024,
            1024,
            2,
            0.05,
            0.5,
            "WITHHELD",
            "BACKTEST_FAILED"));
  }

  private static Demo shape(
      String account,
      String region,
      String cluster,
      String name,
      int cpu,
      int memory,
      double tasks,
      double cpuLevel,
      double memoryLevel) {
    String owner = name.hashCode() % 5 == 0 ? "" : "team-" + (name.length() % 4 + 1);
    return new Demo(
        new Shape(
            account,
            region,
            cluster,
            name,
            "FARGATE",
            owner,
            cpu,
            memory,
            tasks,
            cpuLevel,
            memoryLevel,
            "ADVISED",
            ""));
  }

  /** A shape with changes. */
  record Demo(Shape shape) {
    Shape upsized() {
      return withOutcome("ADVISED", "upsize");
    }

    Shape withOutcome(String outcome, String reasons) {
      return new Shape(
          shape.account,
          shape.region,
          shape.cluster,
          shape.name,
          shape.launch,
          shape.owner,
          shape.cpuUnits,
          shape.memoryMiB,
          shape.tasks,
          shape.cpuLevel,
          shape.memoryLevel,
          outcome,
          reasons);
    }
  }

  private void add(Demo demo) {
    add(demo.shape);
  }

  void add(Shape shape) {
    boolean priced = shape.tasks > 0;
    double hourly = priced ? hourly(shape.cpuUnits, shape.memoryMiB) : 0;
    double factor = 0.83;
    double window = 0;
    for (int i = 0; i < DAYS && priced; i++) {
      double day = hourly * 24 * shape.tasks * factor * wave(shape, i, 0.12);
      window += day;
      dailyCosts.add(
          new DailyCostRow(
              shape.account,
              shape.region,
              shape.cluster,
              shape.name,
              START.plusDays(i),
              currency,
              day * 0.7,
              day,
              day / factor,
              24 * shape.tasks));
    }
    boolean measured = shape.cpuLevel > 0 && shape.cpuUnits != null;
    for (int i = 0; i < DAYS && measured; i++) {
      addUsage(shape, "CPU_SHARE", i, shape.cpuLevel, 0.35);
      addUsage(shape, "MEMORY_SHARE", i, shape.memoryLevel, 0.05);
    }
    double monthly = window / DAYS / 24 * 730;
    double saving = advised(shape) ? addAdvice(shape, monthly, factor) : 0;
    services.add(service(shape, priced, measured, window, monthly, saving, hourly * factor));
  }

  private static boolean advised(Shape shape) {
    return shape.outcome.equals("ADVISED");
  }

  private static double hourly(@Nullable Integer cpuUnits, @Nullable Integer memoryMiB) {
    double cpu = cpuUnits == null ? 256 : cpuUnits;
    double memory = memoryMiB == null ? 512 : memoryMiB;
    return cpu / 1024 * 0.04048 + memory / 1024 * 0.004445;
  }

  /** A week's rhythm with a little disorder, the same on every run. */
  private static double wave(Shape shape, int day, double swing) {
    int noise = Math.floorMod(shape.name.hashCode() * 31 + day * 7919, 1000);
    double week = START.plusDays(day).getDayOfWeek().getValue() >= 6 ? -swing : swing / 3;
    return 1 + week + (noise / 1000.0 - 0.5) * swing;
  }

  private void addUsage(Shape shape, String metric, int day, double level, double swing) {
    double p50 = level * 0.7 * wave(shape, day, swing);
    double p95 = Math.min(0.97, level * 1.2 * wave(shape, day, swing));
    double p99 = Math.min(0.99, p95 * (1 + swing * 0.3));
    double max = Math.min(1, p99 * (1 + swing * (day % 9 == 4 ? 1.1 : 0.3)));
    dailyUtilization.add(
        new DailyUtilizationRow(
            shape.account,
            shape.region,
            shape.cluster,
            shape.name,
            metric,
            START.plusDays(day),
            1440,
            p50 * 1.02,
            p50,
            p95,
            p99,
            max));
  }

  private double addAdvice(Shape shape, double monthly, double factor) {
    boolean more = shape.reasons.equals("upsize");
    int cpu = shape.cpuUnits == null ? 0 : more ? shape.cpuUnits * 2 : shape.cpuUnits / 2;
    int memory = shape.memoryMiB == null ? 0 : more ? shape.memoryMiB * 2 : shape.memoryMiB / 2;
    double ratio = hourly(cpu, memory) / hourly(shape.cpuUnits, shape.memoryMiB);
    double saving = monthly * (1 - ratio);
    double list = saving / factor;
    boolean untested = shape.name.equals("report-builder");
    recommendations.add(
        new RecommendationRow(
            shape.account,
            "shop",
            "Rightsize",
            currency,
            "{}",
            summary(shape.cpuUnits, shape.memoryMiB),
            "EcsService",
            monthly,
            monthly / factor,
            saving,
            list,
            100 * (1 - ratio),
            100 * (1 - ratio),
            "Medium",
            Instant.parse("2026-11-20T00:00:00Z"),
            "rec-" + Integer.toHexString(shape.name.hashCode()),
            DAYS,
            "EcsCostAdvisor",
            "{}",
            summary(cpu, memory),
            "EcsService",
            shape.region,
            "arn",
            true,
            true,
            "{}",
            "COST-01",
            more ? "Upsize" : "Rightsize",
            shape.cluster,
            shape.name,
            shape.launch,
            shape.owner,
            "prod",
            more ? "Underprovisioned" : "Overprovisioned",
            more ? "MemoryUnderprovisioned;OOM_SEEN" : "CPUOverprovisioned;MemoryOverprovisioned",
            more ? "Medium" : "VeryLow",
            cpu,
            memory,
            shape.name.equals("cart") ? 5 : null,
            monthly - saving,
            saving,
            saving,
            null,
            null,
            null,
            null,
            0.97,
            DAYS,
            0.994,
            untested ? 0 : 7,
            untested ? null : more ? 0.004 : 0.0,
            untested ? null : 0,
            "Open",
            "",
            LocalDate.of(2026, 11, 20),
            LocalDate.of(2026, 11, 20),
            0,
            null,
            null,
            "",
            "",
            "cfg",
            shape.name.equals("cart") ? "PRICE_FILE" : "SERVICE_BILL",
            "CPU P99.5 0.21 vCPU; memory maximum 2,410 MiB; headroom 20 %",
            shape.name.equals("checkout-api") ? "app 1920/3584; envoy 128/512" : ""));
    return saving;
  }

  private static String summary(@Nullable Integer cpuUnits, @Nullable Integer memoryMiB) {
    return Figures.virtualCpus(cpuUnits == null ? 0 : cpuUnits) + " / " + memoryMiB + " MiB";
  }

  private ServiceRow service(
      Shape shape,
      boolean priced,
      boolean measured,
      double window,
      double monthly,
      double saving,
      double rate) {
    return new ServiceRow(
        shape.account,
        shape.region,
        shape.cluster,
        shape.name,
        "arn",
        shape.launch,
        "",
        shape.owner,
        "prod",
        (int) shape.tasks,
        shape.tasks,
        shape.cpuUnits,
        shape.memoryMiB,
        shape.name.equals("cart") ? "ARM64" : "X86_64",
        priced ? currency : "",
        priced ? window * 0.7 : null,
        priced ? window : null,
        priced ? window : null,
        priced ? window / 0.83 : null,
        priced ? rate : null,
        shape.cluster.equals("batch-spot") ? 0.85 : 0.0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        measured ? DAYS : 0,
        measured ? 0.993 : 0,
        shape.outcome,
        shape.outcome.equals("WITHHELD") ? shape.reasons : "",
        saving,
        9,
        2,
        31,
        shape.launch.equals("EC2") && priced ? 12.5 : null,
        priced ? monthly : null,
        "TAG",
        START,
        END,
        "PROD",
        3);
  }

  ReportModel toModel() {
    double services = this.services.stream().mapToDouble(row -> zero(row.monthlyCost())).sum();
    return new ReportModel(
        facts(List.of(currency)),
        this.services,
        recommendations,
        levers.savings(services),
        controls(),
        reconciliation(),
        quality(),
        dailyCosts,
        dailyUtilization,
        levers.packing,
        levers.schedules,
        levers.commitments,
        levers.anomalies,
        levers.forecasts,
        securitySteps(),
        plan);
  }

  private static double zero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private List<ReconciliationRow> reconciliation() {
    double cost = services.stream().mapToDouble(row -> zero(row.billedCost())).sum();
    List<ReconciliationRow> rows = new ArrayList<>();
    for (String period : List.of("2026-10", "2026-11")) {
      for (String account : List.of("098765432109", "210987654321")) {
        BigDecimal onServices = cents(cost / 4);
        BigDecimal clusters = cents(cost * 0.018);
        BigDecimal other = cents(cost * 0.006);
        BigDecimal rest = cents(cost * 1.9);
        rows.add(
            new ReconciliationRow(
                period,
                "111122223333",
                account,
                "Usage",
                currency,
                onServices.add(clusters).add(other).add(rest),
                onServices,
                clusters,
                other,
                rest,
                BigDecimal.ZERO.setScale(2)));
      }
    }
    return rows;
  }

  private static BigDecimal cents(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static List<ControlCount> controls() {
    return List.of(
        new ControlCount("AWS_FSBP_1_0_0", "ECS.5", "Containers read only root", 9, 12, 0, 9, 0, 0),
        new ControlCount("AWS_FSBP_1_0_0", "ECS.8", "Secrets in environment", 0, 0, 0, 30, 30, 0),
        new ControlCount("CSA_CCM_4_0_10", "IAM-09", "Privileged access", 0, 0, 0, 30, 30, 0),
        new ControlCount("ECS_COST_2024", "COST-01", "Right-size tasks", 7, 12, 0, 7, 0, 0),
        new ControlCount("ECS_COST_2024", "COST-02", "Fargate Spot", 0, 0, 0, 30, 30, 0));
  }

  private static List<SecurityStepRow> securitySteps() {
    return List.of(
        new SecurityStepRow(
            1,
            "read-only-root-filesystem",
            "Root file systems are read-only",
            "Set readonlyRootFilesystem to true.",
            12,
            "shop/web",
            "AWS_FSBP_1_0_0/ECS.5=12",
            12,
            "USD",
            0,
            0,
            0.0,
            0,
            0,
            0.75,
            0.875,
            0.9,
            "",
            ""),
        new SecurityStepRow(
            2,
            "termination-protection",
            "Instances are protected from scale-in",
            "Turn managed termination protection on.",
            3,
            "shop/web",
            "SECURITY_HUB_CURRENT/ECS.19=3",
            3,
            "USD",
            10,
            12.5,
            null,
            1.25,
            11.25,
            0.875,
            1.0,
            0.9,
            "",
            ""));
  }

  private static List<DataQualityRow> quality() {
    Instant first = Instant.parse("2026-10-20T00:00:00Z");
    Instant last = Instant.parse("2026-11-20T23:55:00Z");
    return List.of(
        new DataQualityRow(
            "bill", "s3://bill/2026-11/a.parquet", "CUR_2_0", 182_331, 182_331, 0, "", first, last),
        new DataQualityRow(
            "utilization",
            "metrics/2026/11/03/part-00017.gz",
            "METRIC_STREAM_JSON",
            20_144,
            20_102,
            42,
            "truncated record=40;not a number=2",
            first,
            last),
        new DataQualityRow(
            "utilization",
            "metrics/2026/11/04/part-00018.gz",
            "METRIC_STREAM_JSON",
            20_010,
            20_010,
            0,
            "",
            first,
            last),
        new DataQualityRow("inventory", "inventory.jsonl", "JSONL", 412, 412, 0, "", null, null));
  }

  static RunFacts facts(List<String> currencies) {
    TreeMap<String, String> options = new TreeMap<>();
    options.put("--bill", "s3://acme-billing/cur2/");
    options.put("--lookback-days", "32");
    return new RunFacts(
        "0.1.0",
        "7f3a91c2",
        END,
        START,
        END,
        currencies,
        LocalDate.of(2026, 11, 1),
        options,
        List.of(),
        new TreeMap<>(),
        List.of(),
        currencies.isEmpty()
            ? List.of()
            : List.of("The bill's last day, 2026-11-20, is not complete in account 098765432109."),
        new TreeMap<>());
  }
}
