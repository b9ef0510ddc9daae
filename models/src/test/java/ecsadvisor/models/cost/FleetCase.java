package ecsadvisor.models.cost;

import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A fleet in a test: 32 days up to the last one, one payer, nothing else unless said. */
final class FleetCase {
  static final LocalDate AS_OF = ServiceBuilder.AS_OF;
  static final String PAYER = "999900001111";
  static final String ACCOUNT = "111122223333";
  static final String REGION = "us-east-1";

  private final List<FleetService> services = new ArrayList<>();
  private final List<AccountFacts> accounts = new ArrayList<>();
  private final List<ClusterFacts> clusters = new ArrayList<>();
  private final List<CommitmentUsage> usage = new ArrayList<>();
  private final List<Commitment> commitments = new ArrayList<>();
  private int days = 32;

  static FleetCase fleet() {
    return new FleetCase();
  }

  FleetCase days(int value) {
    days = value;
    return this;
  }

  /** Usage of the payer at list price in every hour, counted from the first day's midnight. */
  FleetCase uses(String family, PurchaseOption option, IntToDoubleFunction hourly) {
    return uses(family, option, hourly, 1);
  }

  /** The same; what is really paid is a share of the list price. */
  FleetCase uses(
      String family, PurchaseOption option, IntToDoubleFunction hourly, double paidShare) {
    for (int day = 0; day < days; day++) {
      usage.add(
          new CommitmentUsage(
              PAYER,
              ACCOUNT,
              REGION,
              family,
              "USD",
              date(day),
              option,
              hours(day, hourly, 1),
              hours(day, hourly, paidShare)));
    }
    return this;
  }

  FleetCase add(CommitmentUsage day) {
    usage.add(day);
    return this;
  }

  FleetCase holds(Commitment commitment) {
    commitments.add(commitment);
    return this;
  }

  FleetCase account(AccountFacts facts) {
    accounts.add(facts);
    return this;
  }

  FleetCase service(Service service) {
    services.add(service.build(this));
    return this;
  }

  FleetCase instances(String instanceType, boolean spot, int count) {
    List<ContainerInstance> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      instances.add(
          new ContainerInstance(
              "i-" + i,
              "general",
              "us-east-1a",
              instanceType,
              spot,
              "ACTIVE",
              2048,
              7900,
              0,
              0,
              0,
              1,
              false,
              List.of()));
    }
    clusters.add(new ClusterFacts(ACCOUNT, REGION, "prod", List.of(), List.of(), instances, true));
    return this;
  }

  Fleet build() {
    return new Fleet(
        new Window(AS_OF, days),
        services,
        clusters,
        accounts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        usage,
        commitments,
        List.of(),
        Set.of(),
        Set.of());
  }

  LocalDate date(int day) {
    return AS_OF.minusDays(days - 1L - day);
  }

  List<SpendHours> hours(PurchaseOption option, IntToDoubleFunction hourly) {
    List<SpendHours> result = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      result.add(new SpendHours(date(day), option, hours(day, hourly, 1)));
    }
    return result;
  }

  private static List<Long> hours(int day, IntToDoubleFunction hourly, double share) {
    List<Long> list = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      list.add(Math.round(hourly.applyAsDouble(day * 24 + hour) * share * 1e10));
    }
    return list;
  }

  static ServiceKey key(String name) {
    return new ServiceKey(ACCOUNT, REGION, "prod", name);
  }

  /** A service of the fleet. */
  static final class Service {
    private final String name;
    private String owner = "shop";
    private LaunchType launchType = LaunchType.FARGATE;
    private double spotShare;
    private boolean hasInventory = true;
    private @Nullable String deployedAt;
    private PurchaseOption option = PurchaseOption.ON_DEMAND;
    private @Nullable IntToDoubleFunction now;
    private @Nullable IntToDoubleFunction after;
    private IntToDoubleFunction daily = day -> 0;
    private @Nullable IntToDoubleFunction amounts;

    private Service(String name) {
      this.name = name;
    }

    static Service named(String name) {
      return new Service(name);
    }

    Service owner(String value) {
      owner = value;
      return this;
    }

    Service on(LaunchType value) {
      launchType = value;
      return this;
    }

    Service spot(double share) {
      spotShare = share;
      return this;
    }

    Service withoutInventory() {
      hasInventory = false;
      return this;
    }

    Service deployedAt(String instant) {
      deployedAt = instant;
      return this;
    }

    Service hours(IntToDoubleFunction hourly) {
      now = hourly;
      after = after == null ? hourly : after;
      return this;
    }

    Service hoursAfter(IntToDoubleFunction hourly) {
      after = hourly;
      return this;
    }

    Service underPlan() {
      option = PurchaseOption.SAVINGS_PLAN;
      return this;
    }

    Service costs(IntToDoubleFunction value) {
      daily = value;
      return this;
    }

    Service amounts(IntToDoubleFunction value) {
      amounts = value;
      return this;
    }

    private FleetService build(FleetCase fleet) {
      List<CostDay> costDays = new ArrayList<>();
      for (int day = 0; day < fleet.days; day++) {
        double cost = daily.applyAsDouble(day);
        double amount = amounts == null ? cost : amounts.applyAsDouble(day);
        if (cost > 0) {
          costDays.add(
              new CostDay(
                  fleet.date(day),
                  UsageKind.FARGATE_VCPU,
                  Math.round(cost * 1e10),
                  Math.round(amount * 1e9)));
        }
      }
      ServiceBuilder builder = ServiceBuilder.service().named(name);
      if (deployedAt != null) {
        builder.deployedAt(deployedAt);
      }
      return new FleetService(
          key(name),
          Profile.PROD,
          owner,
          "prod",
          launchType,
          "USD",
          PAYER,
          hasInventory ? builder.facts().config() : null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          spotShare,
          spotShare,
          now == null ? Collections.emptyList() : fleet.hours(option, now),
          after == null ? Collections.emptyList() : fleet.hours(option, after),
          costDays,
          List.of(),
          fleet.days);
    }
  }
}
