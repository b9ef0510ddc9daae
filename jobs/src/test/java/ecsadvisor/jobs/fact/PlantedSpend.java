package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.generate.bill.PlantedBill;
import ecsadvisor.jobs.generate.bill.PlantedBill.Line;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.source.bill.CommitmentTerms;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.BillRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the bill of a generated organisation says, folded in plain Java to what {@link SpendFacts}
 * and its kin give. {@code PlantedFactsTest} holds the two against each other.
 */
public final class PlantedSpend {
  private static final int HOURS = 24;
  private static final String USD = "USD";

  private record LineKey(
      String period,
      LocalDate day,
      String chargeType,
      Attribution attribution,
      UsageKind kind,
      Platform platform,
      PurchaseOption option) {}

  private record HoursKey(LocalDate day, PurchaseOption option) {}

  private record ResourceKey(
      String period,
      String payer,
      String account,
      String region,
      String resource,
      UsageKind kind,
      PurchaseOption option) {}

  private record MeterKey(String payer, String account, String region, String meter) {}

  private static final class OfMeter {
    private final Set<LocalDate> days = new HashSet<>();
    private long usage;
    private long effective;
  }

  private record UsageKey(
      String payer,
      String account,
      String region,
      String family,
      LocalDate day,
      PurchaseOption option) {}

  private record RateKey(
      String account, String region, Platform platform, UsageKind kind, PurchaseOption option) {}

  private static final class OfService {
    private final Map<LineKey, long[]> lines = new HashMap<>();
    private final Map<HoursKey, long[]> hours = new HashMap<>();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private String payer = "";
  }

  private static final class OfResource {
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;
    private final long[] sums = new long[9];
  }

  private final Map<String, InventoryResource> known = new HashMap<>();
  private final Window window;
  private final SortedMap<ServiceKey, OfService> services = new TreeMap<>();
  private final Map<ResourceKey, OfResource> resources = new HashMap<>();
  private final Map<MeterKey, OfMeter> meters = new HashMap<>();
  private final Map<UsageKey, long[][]> usage = new HashMap<>();
  private final Map<RateKey, long[]> rates = new HashMap<>();
  private final SortedMap<String, CommitmentSum> commitments = new TreeMap<>();

  private PlantedSpend(List<InventoryResource> known, Window window) {
    known.forEach(resource -> this.known.put(resource.resourceId(), resource));
    this.window = window;
  }

  /**
   * Folds an organisation's bill.
   *
   * @param known tasks and instances whose cluster and service are known
   */
  public static PlantedSpend of(
      Organisation organisation, Fleet fleet, List<InventoryResource> known, Window window) {
    PlantedSpend spend = new PlantedSpend(known, window);
    PlantedBill.read(organisation, fleet, spend::add);
    return spend;
  }

  private void add(Line line, LocalDate day, long[] sums, long[] list, long[] effective) {
    addToService(line, day, sums, list);
    String region = region(line);
    UsageKind kind = PlantedKinds.kind(line);
    PurchaseOption option = PlantedKinds.option(line);
    String resource = PlantedKinds.shared(line);
    if (resource != null && !line.chargeType().equals("SavingsPlanNegation")) {
      ResourceKey key =
          new ResourceKey(
              line.month().toString(),
              line.payerAccountId(),
              line.accountId(),
              region,
              resource,
              kind,
              option);
      OfResource own = resources.computeIfAbsent(key, name -> new OfResource());
      own.first = day.isBefore(own.first) ? day : own.first;
      own.last = day.isAfter(own.last) ? day : own.last;
      sum(own.sums, focus(line, sums));
    }
    String meter = PlantedKinds.meter(line);
    if (meter != null && !line.split() && window.contains(day)) {
      OfMeter own =
          meters.computeIfAbsent(
              new MeterKey(line.payerAccountId(), line.accountId(), region, meter),
              name -> new OfMeter());
      own.days.add(day);
      own.usage += sums[PlantedBill.USAGE];
      own.effective += sums[PlantedBill.EFFECTIVE];
    }
    String family = PlantedKinds.family(line);
    if (family != null) {
      UsageKey key =
          new UsageKey(line.payerAccountId(), line.accountId(), region, family, day, option);
      long[][] own = usage.computeIfAbsent(key, name -> new long[2][HOURS]);
      sum(own[0], list);
      sum(own[1], effective);
    }
    boolean rated = kind == UsageKind.FARGATE_VCPU || kind == UsageKind.FARGATE_MEMORY;
    boolean counts = option != PurchaseOption.NONE || line.chargeType().endsWith("Discount");
    if (rated && counts && window.contains(day)) {
      RateKey key =
          new RateKey(line.accountId(), region, PlantedKinds.platform(line), kind, option);
      sum(rates.computeIfAbsent(key, name -> new long[9]), sums);
    }
    addToCommitment(line, region, family, day, sums);
  }

  private void addToCommitment(
      Line line, String region, @Nullable String family, LocalDate day, long[] sums) {
    String id = line.savingsPlanArn().isEmpty() ? line.reservationArn() : line.savingsPlanArn();
    boolean fee =
        line.chargeType().equals("SavingsPlanRecurringFee") || line.chargeType().equals("RIFee");
    boolean covers =
        line.chargeType().equals("SavingsPlanCoveredUsage")
            || line.chargeType().equals("DiscountedUsage");
    if (id.isEmpty() || (!fee && !covers && !line.chargeType().equals("Fee"))) {
      return;
    }
    CommitmentSum sum =
        commitments.computeIfAbsent(
            id, name -> new CommitmentSum(name, line.payerAccountId(), USD));
    sum.addRegion(region);
    if (fee) {
      CommitmentTerms terms =
          new CommitmentTerms(line.hours(), line.usageType(), "", "", "", "", "", "");
      sum.addFee(line.accountId(), terms, sums[PlantedBill.LINES], sums[PlantedBill.EFFECTIVE]);
    }
    if (covers) {
      sum.addUsage(family, sums[PlantedBill.EFFECTIVE], day, day);
    }
  }

  private void addToService(Line line, LocalDate day, long[] sums, long[] list) {
    boolean isTask = line.resourceId().contains(":task/");
    @Nullable InventoryResource found = known.get(line.resourceId());
    String tagged = line.tags().get("aws_ecs_service_name");
    String service = tagged;
    if (service == null && isTask && found != null && !found.serviceName().isEmpty()) {
      service = found.serviceName();
    }
    String cluster = line.tags().get("aws_ecs_cluster_name");
    if (cluster == null && isTask) {
      cluster = line.resourceId().replaceAll(".*:task/", "").replaceAll("/.*", "");
    }
    if (service == null || cluster == null) {
      return;
    }
    OfService own =
        services.computeIfAbsent(
            new ServiceKey(line.accountId(), region(line), cluster, service),
            key -> new OfService());
    own.payer = line.payerAccountId();
    if (line.productCode().equals("AmazonECS")) {
      line.tags()
          .forEach(
              (key, value) -> {
                if (key.startsWith("user_")) {
                  own.tags.put(key, value);
                }
              });
    }
    PurchaseOption option = PlantedKinds.option(line);
    LineKey key =
        new LineKey(
            line.month().toString(),
            day,
            line.chargeType(),
            tagged == null ? Attribution.TASK_ARN : Attribution.SERVICE_TAG,
            PlantedKinds.kind(line),
            PlantedKinds.platform(line),
            option);
    sum(own.lines.computeIfAbsent(key, name -> new long[9]), focus(line, sums));
    if (PlantedKinds.family(line) != null) {
      sum(own.hours.computeIfAbsent(new HoursKey(day, option), name -> new long[HOURS]), list);
    }
  }

  private static String region(Line line) {
    return line.region().isEmpty() && line.resourceId().startsWith("arn:")
        ? line.resourceId().split(":", -1)[3]
        : line.region();
  }

  /** Billed as FOCUS says it. */
  private static long[] focus(Line line, long[] sums) {
    long[] own = sums.clone();
    boolean planned =
        line.chargeType().equals("SavingsPlanCoveredUsage")
            || line.chargeType().equals("SavingsPlanNegation");
    own[PlantedBill.BILLED] = planned ? 0 : sums[PlantedBill.BILLED];
    return own;
  }

  private static void sum(long[] into, long[] values) {
    for (int i = 0; i < into.length; i++) {
      into[i] += values[i];
    }
  }

  private static List<Long> boxed(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The spend of each service that the bill knows. */
  public SortedMap<ServiceKey, Spend> perService() {
    SortedMap<ServiceKey, Spend> spends = new TreeMap<>();
    services.forEach((key, own) -> spends.put(key, spend(own)));
    return spends;
  }

  private static Spend spend(OfService own) {
    List<Tag> tags = new ArrayList<>();
    own.tags.forEach((key, value) -> tags.add(new Tag(key, value)));
    List<SpendLine> lines = new ArrayList<>();
    own.lines.forEach((key, sums) -> lines.add(line(key, sums)));
    lines.sort(
        Comparator.comparing(SpendLine::day)
            .thenComparing(SpendLine::billingPeriod)
            .thenComparing(SpendLine::chargeType)
            .thenComparing(line -> line.attribution().name())
            .thenComparing(line -> line.usageKind().name())
            .thenComparing(line -> line.platform().name())
            .thenComparing(line -> line.purchaseOption().name()));
    List<SpendHours> hours = new ArrayList<>();
    own.hours.forEach(
        (key, list) -> {
          boolean covered =
              key.option() == PurchaseOption.ON_DEMAND
                  || key.option() == PurchaseOption.SAVINGS_PLAN;
          if (covered && Arrays.stream(list).anyMatch(cost -> cost != 0)) {
            hours.add(new SpendHours(key.day(), key.option(), boxed(list)));
          }
        });
    hours.sort(
        Comparator.comparing(SpendHours::day).thenComparing(each -> each.purchaseOption().name()));
    return new Spend(USD, own.payer, tags, lines, hours);
  }

  private static SpendLine line(LineKey key, long[] sums) {
    return new SpendLine(
        key.period(),
        key.day(),
        key.chargeType(),
        key.attribution(),
        key.kind(),
        key.platform(),
        key.option(),
        sums[PlantedBill.LINES],
        sums[PlantedBill.USAGE],
        sums[PlantedBill.BILLED],
        sums[PlantedBill.EFFECTIVE],
        sums[PlantedBill.NET_EFFECTIVE],
        sums[PlantedBill.LIST],
        sums[PlantedBill.UNUSED],
        sums[PlantedBill.RESERVED],
        sums[PlantedBill.ACTUAL]);
  }

  /** As {@link SpendResources#of}. */
  public List<ResourceSpend> resources() {
    List<ResourceSpend> all = new ArrayList<>();
    resources.forEach(
        (key, own) ->
            all.add(
                new ResourceSpend(
                    key.period(),
                    key.payer(),
                    key.account(),
                    key.region(),
                    key.resource(),
                    key.kind(),
                    key.option(),
                    USD,
                    own.first,
                    own.last,
                    own.sums[PlantedBill.USAGE],
                    own.sums[PlantedBill.BILLED],
                    own.sums[PlantedBill.EFFECTIVE],
                    own.sums[PlantedBill.LIST])));
    all.sort(SpendResources.ORDER);
    return all;
  }

  /** As {@link SpendMeters#of}. */
  public List<BillMeter> meters() {
    List<BillMeter> all = new ArrayList<>();
    meters.forEach(
        (key, own) ->
            all.add(
                SpendMeters.meter(
                    key.payer(),
                    key.account(),
                    key.region(),
                    key.meter(),
                    USD,
                    own.days.size(),
                    own.usage,
                    own.effective)));
    all.sort(SpendMeters.ORDER);
    return all;
  }

  /** As {@link SpendCommitmentUsage#of}. */
  public List<CommitmentUsage> commitmentUsage() {
    List<CommitmentUsage> all = new ArrayList<>();
    usage.forEach(
        (key, own) -> {
          if (Arrays.stream(own[0]).anyMatch(cost -> cost != 0)) {
            all.add(
                new CommitmentUsage(
                    key.payer(),
                    key.account(),
                    key.region(),
                    key.family(),
                    USD,
                    key.day(),
                    key.option(),
                    boxed(own[0]),
                    boxed(own[1])));
          }
        });
    all.sort(SpendCommitmentUsage.ORDER);
    return all;
  }

  /** As {@link SpendCommitments#of}. */
  public List<Commitment> commitments() {
    List<Commitment> all = new ArrayList<>();
    commitments.values().forEach(sum -> all.add(sum.commitment()));
    all.sort(SpendCommitments.ORDER);
    return all;
  }

  /** As {@link SpendRates}. */
  public BillRates rates() {
    List<Row> rows = new ArrayList<>();
    rates.forEach(
        (key, sums) ->
            rows.add(
                RowFactory.create(
                    key.account(),
                    key.region(),
                    key.platform().name(),
                    key.kind().name(),
                    USD,
                    key.option().name(),
                    sums[PlantedBill.USAGE],
                    sums[PlantedBill.EFFECTIVE],
                    sums[PlantedBill.LIST])));
    return SpendRates.of(rows);
  }
}
