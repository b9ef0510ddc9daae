package ecsadvisor.jobs.generate.organisation;

import static ecsadvisor.jobs.generate.organisation.Archetype.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Larkspur Goods, a retailer of household goods that runs its shop, its warehouses and its reports
 * on ECS: 32 services in four clusters, each an example of something.
 *
 * <p>Loads are planted with room: an oversized service fits a smaller size by a wide margin, a
 * sound one does not fit the next smaller size at all, so that any careful rule finds the same
 * answer.
 */
final class Story {
  private final Cluster storefront;
  private final Cluster fulfilment;
  private final Cluster analytics;
  private final Cluster dev;
  private final int days;

  /**
   * One telling of the story.
   *
   * @param suffix what distinguishes its clusters from those of other tellings; empty for the first
   * @param shop the account of the storefront
   * @param data the account of the warehouses and the reports
   * @param sandbox the account of the developers
   * @param days number of days of the window
   * @param generalInstances instances of the pool that is a third full
   * @param computeInstances instances of the pool that is full
   */
  Story(
      String suffix,
      Account shop,
      Account data,
      Account sandbox,
      int days,
      int generalInstances,
      int computeInstances) {
    this.days = days;
    this.storefront = new Cluster(shop, "us-east-1", "storefront" + suffix, Set.of(), List.of());
    this.fulfilment =
        new Cluster(
            data,
            "eu-west-1",
            "fulfilment" + suffix,
            Set.of(),
            List.of(
                new Pool(
                    "general",
                    "m5.2xlarge",
                    generalInstances,
                    false,
                    generalInstances * 6 / 14,
                    "spread"),
                new Pool("compute", "c5.2xlarge", computeInstances, true, 0, "binpack")));
    this.analytics = new Cluster(data, "us-east-1", "analytics" + suffix, Set.of(), List.of());
    this.dev =
        new Cluster(sandbox, "us-east-1", "dev" + suffix, Set.of(Flaw.NO_INSIGHTS), List.of());
  }

  /** The services in order. */
  List<Service> services() {
    List<ServiceBuilder> builders = new ArrayList<>();
    builders.addAll(storefrontServices());
    builders.addAll(fulfilmentServices());
    builders.addAll(analyticsServices());
    builders.addAll(devServices());
    return builders.stream().map(ServiceBuilder::build).toList();
  }

  private List<ServiceBuilder> storefrontServices() {
    return List.of(
        new ServiceBuilder(storefront, "web-frontend", AUTOSCALED)
            .tracking(4, 12)
            .busy(Shape.DAILY, 0.10, 0.58, 0.55, 0.70)
            .team("web", "prod")
            .committed()
            .behind("storefront-public")
            .telemetry(Telemetry.METRIC_STREAM),
        new ServiceBuilder(storefront, "catalog-api", OVERSIZED)
            .size(4096, 16_384)
            .count(18)
            .busy(Shape.FLAT, 0.06, 0.09, 0.16, 0.19)
            .team("catalog", "prod")
            .behind("storefront-public"),
        new ServiceBuilder(storefront, "search-api", JVM)
            .size(4096, 16_384)
            .count(14)
            .busy(Shape.FLAT, 0.20, 0.22, 0.82, 0.83)
            .heap(12_288)
            .team("catalog", "prod")
            .committed()
            .behind("storefront-internal"),
        new ServiceBuilder(storefront, "cart-api", AUTOSCALED)
            .tracking(3, 10)
            .busy(Shape.DAILY, 0.12, 0.57, 0.50, 0.62)
            .team("checkout", "prod")
            .behind("storefront-public"),
        new ServiceBuilder(storefront, "checkout-api", UNDERSIZED)
            .size(512, 1024)
            .count(6)
            .busy(Shape.DAILY, 0.45, 1.40, 0.70, 0.90)
            .team("checkout", "critical")
            .behind("storefront-public")
            .telemetry(Telemetry.METRIC_STREAM),
        new ServiceBuilder(storefront, "payments-api", OPTIMAL)
            .size(1024, 2048)
            .count(4)
            .busy(Shape.FLAT, 0.60, 0.68, 0.68, 0.76)
            .team("checkout", "critical")
            .committed()
            .behind("storefront-public"),
        new ServiceBuilder(storefront, "image-resizer", SPIKY)
            .size(2048, 4096)
            .count(10)
            .busy(Shape.BURSTS, 0.08, 0.82, 0.45, 0.80)
            .team("catalog", "prod")
            .image(780),
        new ServiceBuilder(storefront, "recommendation-api", ARM)
            .size(2048, 4096)
            .processor(Processor.ARM)
            .count(16)
            .busy(Shape.FLAT, 0.55, 0.68, 0.70, 0.78)
            .team("catalog", "prod")
            .behind("storefront-internal"),
        new ServiceBuilder(storefront, "session-cache", MEMORY_LEAK)
            .size(1024, 2048)
            .count(4)
            .busy(Shape.DAILY, 0.15, 0.60, 0.40, 0.97)
            .team("checkout", "prod")
            .flawed(Flaw.ROOT_USER, Flaw.WRITABLE_ROOT),
        new ServiceBuilder(storefront, "newsletter-worker", SPOT_CANDIDATE)
            .size(2048, 4096)
            .count(6)
            .busy(Shape.FLAT, 0.58, 0.66, 0.68, 0.74)
            .team("marketing", "prod")
            .flawed(Flaw.SECRET_BY_CONTENT),
        new ServiceBuilder(storefront, "returns-api", NEW)
            .size(1024, 4096)
            .count(2)
            .busy(Shape.FLAT, 0.10, 0.12, 0.20, 0.22)
            .team("checkout", "prod")
            .createdDay(days - 5)
            .behind("returns-public")
            .flawed(Flaw.OLD_TLS, Flaw.NO_WAF, Flaw.NO_CIRCUIT_BREAKER, Flaw.NO_STACK),
        new ServiceBuilder(storefront, "pricing-api", RESIZED)
            .size(1024, 4096)
            .count(4)
            .busy(Shape.FLAT, 0.45, 0.52, 0.55, 0.60)
            .team("catalog", "prod")
            .resized(days - 3, 2048, 8192)
            .behind("storefront-public"),
        new ServiceBuilder(storefront, "legacy-soap-gateway", WINDOWS)
            .size(2048, 4096)
            .processor(Processor.WINDOWS)
            .count(2)
            .busy(Shape.FLAT, 0.55, 0.62, 0.70, 0.76)
            .team("web", "prod")
            .image(2300)
            .flawed(Flaw.STACK_DRIFTED),
        new ServiceBuilder(storefront, "promo-api", DELETED)
            .count(3)
            .busy(Shape.FLAT, 0.30, 0.35, 0.40, 0.45)
            .team("marketing", "prod")
            .deletedDay(days * 2 / 5)
            .telemetry(Telemetry.NONE));
  }

  private List<ServiceBuilder> fulfilmentServices() {
    return List.of(
        new ServiceBuilder(fulfilment, "warehouse-api", EC2_OPTIMAL)
            .on(Launch.EC2, "general")
            .size(1024, 2048)
            .count(8)
            .busy(Shape.FLAT, 0.80, 0.86, 0.82, 0.88)
            .team("warehouse", "prod")
            .behind("fulfilment-internal")
            .flawed(Flaw.FIXED_HOST_PORT, Flaw.SHARED_ROLE),
        new ServiceBuilder(fulfilment, "label-printer", SECURITY_WORST)
            .on(Launch.EC2, "general")
            .size(512, 1024)
            .count(3)
            .busy(Shape.FLAT, 0.78, 0.85, 0.80, 0.86)
            .team("logistics", "prod")
            .withSidecar()
            .flawed(
                Flaw.PRIVILEGED,
                Flaw.ROOT_USER,
                Flaw.HOST_NETWORK,
                Flaw.HOST_DIRECTORY,
                Flaw.WRITABLE_ROOT,
                Flaw.SECRET_BY_NAME,
                Flaw.SHARED_ROLE,
                Flaw.LATEST_TAG,
                Flaw.NO_STACK,
                Flaw.NO_ALARM,
                Flaw.NO_LOGGING),
        new ServiceBuilder(fulfilment, "inventory-sync", EC2_OVERSIZED)
            .on(Launch.EC2, "general")
            .size(2048, 8192)
            .count(8)
            .busy(Shape.FLAT, 0.08, 0.10, 0.14, 0.17)
            .team("warehouse", "prod")
            .flawed(Flaw.NO_MEMORY_LIMIT, Flaw.EBS_UNENCRYPTED),
        new ServiceBuilder(fulfilment, "pick-optimizer", SIDECAR)
            .on(Launch.EC2, "general")
            .size(1024, 4096)
            .count(2)
            .busy(Shape.FLAT, 0.52, 0.60, 0.60, 0.66)
            .team("warehouse", "prod")
            .withSidecar()
            .telemetry(Telemetry.CONTAINER_INSIGHTS),
        new ServiceBuilder(fulfilment, "log-router", DAEMON)
            .on(Launch.EC2_DAEMON, "general")
            .size(128, 256)
            .count(14)
            .busy(Shape.FLAT, 0.78, 0.84, 0.80, 0.86)
            .team("platform", "prod")
            .flawed(Flaw.HOST_PID),
        new ServiceBuilder(fulfilment, "route-planner", EC2_BURSTING)
            .on(Launch.EC2, "compute")
            .size(2048, 3072)
            .count(4)
            .busy(Shape.DAILY, 0.50, 1.30, 0.60, 0.72)
            .team("logistics", "prod")
            .flawed(Flaw.NO_CPU_LIMIT),
        new ServiceBuilder(fulfilment, "stock-events", EC2_SPOT)
            .on(Launch.EC2, "compute")
            .size(1024, 2048)
            .count(7)
            .busy(Shape.FLAT, 0.80, 0.86, 0.80, 0.87)
            .team("warehouse", "prod"));
  }

  private List<ServiceBuilder> analyticsServices() {
    return List.of(
        new ServiceBuilder(analytics, "etl-nightly", BATCH)
            .size(4096, 16_384)
            .launch(Launch.FARGATE_SPOT)
            .scheduled(CountRule.NIGHT, 10)
            .busy(Shape.NIGHT, 0.60, 0.72, 0.80, 0.90)
            .team("data", "prod"),
        new ServiceBuilder(analytics, "report-builder", BATCH_ALWAYS_ON)
            .size(8192, 16_384)
            .count(4)
            .busy(Shape.NIGHT, 0.004, 0.70, 0.50, 0.80)
            .team("data", "batch")
            .flawed(Flaw.ESCALATION_ROLE),
        new ServiceBuilder(analytics, "event-ingest", SPOT)
            .size(2048, 4096)
            .launch(Launch.FARGATE_MIXED)
            .count(8)
            .busy(Shape.FLAT, 0.56, 0.66, 0.62, 0.72)
            .team("data", "prod")
            .telemetry(Telemetry.CONTAINER_INSIGHTS)
            .withSidecar(),
        new ServiceBuilder(analytics, "bi-dashboard", UNTAGGED)
            .size(2048, 8192)
            .count(2)
            .busy(Shape.FLAT, 0.52, 0.62, 0.84, 0.90)
            .team("", "")
            .untagged()
            .withFileSystem()
            .behind("bi-public")
            .flawed(Flaw.NO_OWNER, Flaw.EFS_NO_BACKUP, Flaw.EFS_PLAINTEXT, Flaw.EFS_UNENCRYPTED),
        new ServiceBuilder(analytics, "feature-store", IDLE)
            .size(4096, 16_384)
            .count(4)
            .busy(Shape.FLAT, 0.002, 0.003, 0.04, 0.045)
            .team("data", "prod")
            .behind("feature-store-internal"),
        new ServiceBuilder(analytics, "model-serving", OVERSIZED)
            .size(8192, 32_768)
            .count(14)
            .busy(Shape.FLAT, 0.36, 0.40, 0.15, 0.18)
            .team("data", "prod")
            .image(3900)
            .behind("models-internal")
            .flawed(Flaw.NO_IMAGE_SCAN, Flaw.EXEC_UNLOGGED));
  }

  private List<ServiceBuilder> devServices() {
    return List.of(
        new ServiceBuilder(dev, "dev-web", OFFICE_HOURS)
            .size(2048, 4096)
            .count(6)
            .busy(Shape.OFFICE, 0.004, 0.62, 0.55, 0.72)
            .team("web", "dev")
            .behind("dev-web-public")
            .flawed(Flaw.HTTP_LISTENER, Flaw.NO_WAF),
        new ServiceBuilder(dev, "dev-api", OFFICE_HOURS)
            .size(1024, 4096)
            .count(4)
            .busy(Shape.OFFICE, 0.004, 0.60, 0.56, 0.70)
            .team("checkout", "dev")
            .behind("dev-api-public")
            .flawed(
                Flaw.PUBLIC_IP,
                Flaw.ADMIN_ROLE,
                Flaw.OPEN_SECURITY_GROUP,
                Flaw.NO_WAF,
                Flaw.NO_ALARM,
                Flaw.NO_LOG_RETENTION),
        new ServiceBuilder(dev, "dev-worker", SMALLEST)
            .size(256, 512)
            .count(1)
            .busy(Shape.FLAT, 0.05, 0.06, 0.20, 0.25)
            .team("web", "dev")
            .flawed(
                Flaw.SINGLE_TASK,
                Flaw.SINGLE_AZ,
                Flaw.DEFAULT_SECURITY_GROUP,
                Flaw.FOREIGN_TRUST,
                Flaw.TWO_REVISIONS),
        new ServiceBuilder(dev, "qa-runner", NO_METRICS)
            .size(1024, 2048)
            .count(3)
            .busy(Shape.FLAT, 0.30, 0.40, 0.40, 0.50)
            .team("web", "dev")
            .telemetry(Telemetry.NONE)
            .flawed(Flaw.OLD_PLATFORM, Flaw.SAME_ROLE),
        new ServiceBuilder(dev, "demo-site", SCHEDULED)
            .size(1024, 2048)
            .scheduled(CountRule.OFFICE, 3)
            .busy(Shape.OFFICE, 0.55, 0.66, 0.66, 0.74)
            .team("marketing", "dev")
            .behind("demo-public"));
  }
}
