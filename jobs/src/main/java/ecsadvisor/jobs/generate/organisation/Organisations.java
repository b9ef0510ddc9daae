package ecsadvisor.jobs.generate.organisation;

import ecsadvisor.jobs.generate.organisation.Account.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Organisations of any size. The first 32 services are the story; further ones retell it with other
 * names, counts and loads, up to some fifty services a cluster, then in further clusters and
 * accounts.
 */
public final class Organisations {
  /** Services of the story. */
  public static final int STORY_SERVICES = 32;

  private static final int TELLINGS_PER_CLUSTER = 6;
  private static final int CLUSTERS_PER_ACCOUNT = 4;
  private static final int GENERAL_INSTANCES = 14;
  private static final int TRIAL_INSTANCES = 20_000;
  private static final String[] AREAS = {
    "loyalty", "gifts", "garden", "kitchen", "bath", "lighting", "textiles", "outlet", "partners",
    "mobile", "stores", "press", "wholesale", "seasonal", "furniture", "paint", "tools", "toys"
  };

  private Organisations() {}

  /**
   * An organisation.
   *
   * @param seed what all random numbers come from
   * @param timeline the days covered
   * @param services number of services
   * @param countFactor by what the number of tasks is multiplied; 1 for the story's own
   */
  public static Organisation make(long seed, Timeline timeline, int services, double countFactor) {
    List<Service> made = new ArrayList<>(services);
    for (int copy = 0; made.size() < services; copy++) {
      int missing = services - made.size();
      List<Service> trial = copy(seed, timeline, copy, missing, countFactor, TRIAL_INSTANCES);
      int compute = computeInstances(trial);
      made.addAll(copy(seed, timeline, copy, missing, countFactor, compute));
    }
    return new Organisation(seed, timeline, account(0, 0), made);
  }

  /** The services of one set of four clusters: up to six tellings of the story. */
  private static List<Service> copy(
      long seed,
      Timeline timeline,
      int copy,
      int services,
      double countFactor,
      int computeInstances) {
    int tellings = Math.min(TELLINGS_PER_CLUSTER, (services + STORY_SERVICES - 1) / STORY_SERVICES);
    int accounts = copy / CLUSTERS_PER_ACCOUNT;
    Story story =
        new Story(
            copy == 0 ? "" : "-" + (copy + 1),
            account(accounts, 0),
            account(accounts, 1),
            account(accounts, 2),
            timeline.days(),
            (int) Math.ceil(GENERAL_INSTANCES * tellings * Math.max(1, countFactor)),
            computeInstances);
    List<Service> made = new ArrayList<>();
    for (int telling = 0; telling < tellings; telling++) {
      for (Service service : story.services()) {
        if (made.size() < services) {
          made.add(varied(service, seed, copy * TELLINGS_PER_CLUSTER + telling, countFactor));
        }
      }
    }
    return made;
  }

  /** As many instances as the full pool's tasks need. */
  private static int computeInstances(List<Service> services) {
    List<Service> onPool =
        services.stream().filter(service -> service.pool().equals("compute")).toList();
    return onPool.isEmpty()
        ? 2
        : Placement.instancesNeeded(onPool.get(0).cluster().pool("compute"), onPool);
  }

  private static Service varied(Service service, long seed, int telling, double countFactor) {
    ServiceBuilder builder = ServiceBuilder.of(service);
    if (telling == 0) {
      return builder.countTimes(countFactor).build();
    }
    SplittableRandom random = Seeds.random(seed, "vary", service.name(), telling);
    String area = AREAS[telling % AREAS.length];
    String round = telling < AREAS.length ? "" : "-" + (telling / AREAS.length + 1);
    if (!service.loadBalancer().isEmpty()) {
      builder.behind(area + round + "-" + service.loadBalancer());
    }
    return builder
        .named(area + round + "-" + service.name())
        .busyTimes(0.95 + 0.08 * random.nextDouble())
        .countTimes(countFactor * (0.7 + 0.6 * random.nextDouble()))
        .build();
  }

  private static Account account(int group, int role) {
    String suffix = group == 0 ? "" : "-" + (group + 1);
    return switch (role) {
      case 0 ->
          new Account(
              accountId(111_122_223_333L, group),
              "larkspur-shop" + suffix,
              Set.of(),
              true,
              Watch.BUDGET_AND_ALERT,
              0);
      case 1 ->
          new Account(
              accountId(444_455_556_666L, group),
              "larkspur-data" + suffix,
              Set.of(),
              true,
              Watch.BUDGET_ONLY,
              0.06);
      default ->
          new Account(
              accountId(12_345_678_901L, group),
              "larkspur-dev" + suffix,
              Set.of(Flaw.NO_TRAIL, Flaw.NO_FLOW_LOGS, Flaw.NO_GUARDDUTY, Flaw.NO_CONFIG_RECORDER),
              false,
              Watch.NONE,
              0);
    };
  }

  private static String accountId(long first, int group) {
    String digits = Long.toString(first + group);
    return "0".repeat(12 - digits.length()) + digits;
  }
}
