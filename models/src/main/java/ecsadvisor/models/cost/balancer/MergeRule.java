package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fact.LoadBalancer;
import java.util.Comparator;
import java.util.List;

/**
 * Whether load balancers of one group can become one: quotas of Elastic Load Balancing, rules and
 * ports that do not collide, and no more services and load than the settings allow to fail
 * together.
 */
final class MergeRule {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Most services first, so that least has to move; then most rules, most requests, the ARN. */
  static final Comparator<SharedBalancer> KEEP_FIRST =
      Comparator.comparingInt((SharedBalancer shared) -> shared.services().size())
          .thenComparingInt(shared -> shared.balancer().rules())
          .thenComparingDouble(shared -> shared.traffic().requestsPerDay())
          .reversed()
          .thenComparing(shared -> shared.balancer().arn());

  private final ShareLoadBalancers.Settings settings;

  MergeRule(ShareLoadBalancers.Settings settings) {
    this.settings = settings;
  }

  /** Whether all of them can become one. A single one always can. */
  boolean fits(List<SharedBalancer> together) {
    if (together.size() < 2) {
      return true;
    }
    long busy = together.stream().filter(shared -> !isMovable(shared)).count();
    return busy <= 1 && withinQuotas(together) && withinBlast(together) && !collide(together);
  }

  /** Whether its load is so low that a load balancer of its own is more than it needs. */
  boolean isMovable(SharedBalancer shared) {
    return shared.busyLcus() < settings.overProvisionedLcus();
  }

  /** The order in which one of a bin stays: one that is too busy to move before all others. */
  Comparator<SharedBalancer> keepFirst() {
    return Comparator.comparing(this::isMovable).thenComparing(KEEP_FIRST);
  }

  /** Rules of the load balancer that would be left: a moved one's default actions become rules. */
  static int rules(List<SharedBalancer> together) {
    int rules = 0;
    int listeners = 0;
    int kept = 0;
    for (SharedBalancer shared : together) {
      rules += shared.balancer().rules();
      listeners += shared.balancer().listeners();
      kept = Math.max(kept, shared.balancer().listeners());
    }
    return rules + listeners - kept;
  }

  private boolean withinQuotas(List<SharedBalancer> together) {
    int groups = 0;
    int certificates = together.size() - 1;
    int targets = 0;
    for (SharedBalancer shared : together) {
      groups += shared.balancer().targetGroups().size();
      certificates += shared.balancer().certificates();
      targets += shared.targets();
    }
    long ports =
        together.stream()
            .flatMap(shared -> shared.balancer().listenerPorts().stream())
            .distinct()
            .count();
    return rules(together) <= settings.mostRules()
        && groups <= settings.mostTargetGroups()
        && certificates <= settings.mostCertificates()
        && ports <= settings.mostListeners()
        && targets <= settings.mostTargets();
  }

  private boolean withinBlast(List<SharedBalancer> together) {
    int services = together.stream().mapToInt(shared -> shared.services().size()).sum();
    return services <= settings.mostServicesPerLoadBalancer()
        && MergedLoad.of(together).busyLcus() <= settings.mostMergedLcus();
  }

  private static boolean collide(List<SharedBalancer> together) {
    for (int i = 0; i < together.size(); i++) {
      for (int j = i + 1; j < together.size(); j++) {
        if (collide(together.get(i).balancer(), together.get(j).balancer())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A Network Load Balancer has one action per port. An Application Load Balancer's ports 80 and
   * 443 speak HTTP and HTTPS; what another port speaks is not known, so two of the same number are
   * taken to differ.
   */
  private static boolean collide(LoadBalancer one, LoadBalancer other) {
    boolean application = one.type().equals("application");
    for (int port : one.listenerPorts()) {
      boolean standard = application && (port == HTTP || port == HTTPS);
      if (!standard && other.listenerPorts().contains(port)) {
        return true;
      }
    }
    return application && RoutePatterns.overlap(one.hostsAndPaths(), other.hostsAndPaths());
  }
}
