package ecsadvisor.models.cost.image;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.TidyImages;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.price.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the tasks of each service wait for their images, ranked by that, and what the wait costs
 * on Fargate, which bills it. The time is the reason to act; the money is stated so that nobody
 * expects more of it.
 */
public final class StartUp {
  private static final double MIB = 1024.0 * 1024;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double UNITS_PER_VCPU = 1024;
  private static final double MIB_PER_GIB = 1024;
  private static final int STARTS = 1000;

  private final Map<ServiceKey, Pulls> pulls = new HashMap<>();
  private final Map<ServiceKey, Integer> ranks = new HashMap<>();
  private final PriceBook prices;
  private final TidyImages.Settings settings;
  private final LocalDate day;

  public StartUp(Fleet fleet, PriceBook prices, TidyImages.Settings settings) {
    this.prices = prices;
    this.settings = settings;
    this.day = fleet.window().asOf();
    for (FleetService service : fleet.services()) {
      Pulls seen = Pulls.of(service);
      if (seen != null) {
        pulls.put(service.key(), seen);
      }
    }
    List<Map.Entry<ServiceKey, Pulls>> slowest =
        pulls.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<ServiceKey, Pulls> entry) -> -entry.getValue().medianSeconds())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    slowest.forEach(entry -> ranks.put(entry.getKey(), ranks.size() + 1));
  }

  /** The figures of a service; empty where neither pulls nor sizes are known. */
  public List<Evidence> evidence(FleetService service) {
    Pulls seen = pulls.get(service.key());
    if (seen == null) {
      return estimate(service);
    }
    List<Evidence> because = new ArrayList<>();
    because.add(
        figure("pull_seconds_median", "%.0f, over %d tasks", seen.medianSeconds(), seen.tasks()));
    because.add(
        figure(
            "pull_rank", "%d of %d services", ranks.getOrDefault(service.key(), 0), ranks.size()));
    because.add(figure("pull_share_of_task_time", "%.3f %%", 100 * seen.share()));
    Double hour = taskHour(service);
    if (hour != null) {
      because.add(
          figure(
              "pull_cost_of_1000_starts",
              "%.2f %s",
              STARTS * seen.medianSeconds() / SECONDS_PER_HOUR * hour,
              prices.currency()));
    }
    return because;
  }

  private List<Evidence> estimate(FleetService service) {
    ServiceConfig config = service.config();
    long bytes = 0;
    if (config != null) {
      for (ServiceImage image : config.layout().images()) {
        bytes += image.sizeBytes() == null ? 0 : Math.max(0, image.sizeBytes());
      }
    }
    if (bytes == 0) {
      return List.of();
    }
    return List.of(
        figure(
            "pull_seconds_estimated",
            "%.0f, of %.0f MiB at %s MiB/s; no pull was seen",
            bytes / MIB / settings.pullMiBPerSecond(),
            bytes / MIB,
            settings.pullMiBPerSecond()));
  }

  /** List price of an hour of a task on Fargate, or null elsewhere or where it is not known. */
  private @Nullable Double taskHour(FleetService service) {
    FleetService.Reservation size = service.sizeNow();
    ServiceConfig config = service.config();
    if (size == null || config == null || service.launchType() != LaunchType.FARGATE) {
      return null;
    }
    TaskDefinition definition = config.primaryTaskDefinition();
    Platform platform = definition == null ? Platform.X86 : definition.platform();
    String region = service.key().region();
    Double vcpu = prices.vcpuHour(region, platform, day);
    Double memory = prices.memoryGbHour(region, platform, day);
    if (vcpu == null || memory == null) {
      return null;
    }
    return size.cpuUnits() / UNITS_PER_VCPU * vcpu + size.memoryMiB() / MIB_PER_GIB * memory;
  }

  private static Evidence figure(String name, String format, Object... values) {
    return new Evidence(name, String.format(Locale.ROOT, format, values));
  }
}
