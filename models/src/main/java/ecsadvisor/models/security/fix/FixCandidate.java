package ecsadvisor.models.security.fix;

import ecsadvisor.models.catalogue.Severity;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A fix that is still to be made, for all services that need it. */
final class FixCandidate {
  /** Below a cent a month a fix counts as free. */
  private static final double FREE = 0.005;

  /** Free ones first, then what repairs most for its money, then what has no known price. */
  static final Comparator<FixCandidate> ORDER =
      Comparator.comparingInt(FixCandidate::group)
          .thenComparing(Comparator.comparingDouble(FixCandidate::merit).reversed())
          .thenComparing(candidate -> candidate.id.check())
          .thenComparing(candidate -> candidate.id.currency());

  /** Which fix: services with prices in different currencies are different ones. */
  record Id(String check, String currency) {}

  private final Id id;
  private final List<ServiceKey> services = new ArrayList<>();
  private final List<FixCost> fixes = new ArrayList<>();
  private final Set<String> needs = new HashSet<>();
  private int weight;
  private PaidOnce price = new PaidOnce();

  FixCandidate(Id id) {
    this.id = id;
  }

  /**
   * Adds a service; they come in order.
   *
   * @param severity the gravest of the rows that fail by it
   */
  void add(ServiceKey service, FixCost fix, Severity severity) {
    services.add(service);
    fixes.add(fix);
    needs.add(fix.fix());
    if (fix.shared()) {
      needs.add("with " + fix.sharedWith());
    }
    weight = Math.max(weight, weight(severity));
  }

  /** Prices it on top of what is paid already. */
  void priceOn(PaidOnce paid) {
    PaidOnce sum = new PaidOnce(paid);
    for (int i = 0; i < fixes.size(); i++) {
      sum.add(services.get(i), fixes.get(i));
    }
    price = sum;
  }

  /** Whether the price of one may depend on the other's being paid. */
  boolean touches(FixCandidate other) {
    return !Collections.disjoint(needs, other.needs);
  }

  Id id() {
    return id;
  }

  List<ServiceKey> services() {
    return services;
  }

  PaidOnce price() {
    return price;
  }

  private int group() {
    if (!price.bounded()) {
      return 2;
    }
    return net() < FREE ? 0 : 1;
  }

  private double merit() {
    double worth = (double) weight * fixes.size();
    return group() == 1 ? worth / net() : worth;
  }

  private double net() {
    return price.monthly().expected() - price.saves();
  }

  private static int weight(Severity severity) {
    return switch (severity) {
      case HIGH -> 9;
      case MEDIUM -> 3;
      case LOW -> 1;
    };
  }
}
