package ecsadvisor.models.price;

import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What single shared resources cost, from the bill: a load balancer, a volume, a repository.
 *
 * <p>The bill's rows are sums of a month, so each row that touches the window counts with all its
 * days; a month of 730 hours is scaled from those days.
 */
public final class ResourceBill {
  private static final int HOURS_PER_DAY = 24;

  private final Map<String, List<ResourceSpend>> byResource = new HashMap<>();

  public ResourceBill(List<ResourceSpend> resources, Window window) {
    for (ResourceSpend row : resources) {
      if (!row.lastDay().isBefore(window.firstDay()) && !row.firstDay().isAfter(window.asOf())) {
        byResource.computeIfAbsent(row.resourceId(), ignored -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Whether there is no row at all. */
  public boolean isEmpty() {
    return byResource.isEmpty();
  }

  /**
   * The cost of a resource, or null where the bill has none of it.
   *
   * @param ids the names that the bill may have for it, the likeliest first
   */
  public @Nullable Cost of(String... ids) {
    for (String id : ids) {
      List<ResourceSpend> rows = byResource.get(id);
      if (rows != null) {
        return Cost.of(rows);
      }
    }
    return null;
  }

  /** Usage and cost of one kind of charge, in its unit and in currency. */
  public record Part(double usage, double effective, double list) {
    static final Part NONE = new Part(0, 0, 0);
  }

  /**
   * What a resource cost in the bill's days.
   *
   * @param currency the bill's currency code
   * @param payerAccountId the account that pays
   * @param hours hours of the days between first and last usage
   * @param parts the sums by kind
   */
  public record Cost(
      String currency, String payerAccountId, double hours, Map<UsageKind, Part> parts) {
    public Cost {
      parts = Map.copyOf(parts);
    }

    /** The sums of one kind; zeros where it has none. */
    public Part part(UsageKind kind) {
      return parts.getOrDefault(kind, Part.NONE);
    }

    /** Effective cost of that kind in a month of 730 hours. */
    public double monthly(UsageKind kind) {
      return part(kind).effective() / hours * Rates.HOURS_PER_MONTH;
    }

    /** The same at list price. */
    public double monthlyList(UsageKind kind) {
      return part(kind).list() / hours * Rates.HOURS_PER_MONTH;
    }

    private static Cost of(List<ResourceSpend> rows) {
      ResourceSpend last =
          rows.stream()
              .max(
                  Comparator.comparing(ResourceSpend::lastDay)
                      .thenComparing(ResourceSpend::currency)
                      .thenComparing(ResourceSpend::payerAccountId))
              .orElseThrow();
      Map<UsageKind, long[]> sums = new EnumMap<>(UsageKind.class);
      Set<LocalDate> days = new HashSet<>();
      for (ResourceSpend row : rows) {
        if (!row.currency().equals(last.currency())) {
          continue;
        }
        long[] sum = sums.computeIfAbsent(row.usageKind(), ignored -> new long[3]);
        sum[0] += row.usageAmount();
        sum[1] += row.effective();
        sum[2] += row.list();
        row.firstDay().datesUntil(row.lastDay().plusDays(1)).forEach(days::add);
      }
      Map<UsageKind, Part> parts = new EnumMap<>(UsageKind.class);
      sums.forEach(
          (kind, sum) ->
              parts.put(
                  kind,
                  new Part(
                      MoneyUnits.toUsage(sum[0]),
                      MoneyUnits.toCurrency(sum[1]),
                      MoneyUnits.toCurrency(sum[2]))));
      return new Cost(last.currency(), last.payerAccountId(), days.size() * HOURS_PER_DAY, parts);
    }
  }
}
