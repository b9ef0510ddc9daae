package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.Rates.HOURS_PER_MONTH;
import static ecsadvisor.models.price.SecurityItem.INTERFACE_ENDPOINT_GB;
import static ecsadvisor.models.price.SecurityItem.INTERFACE_ENDPOINT_HOUR;
import static ecsadvisor.models.price.SecurityItem.NAT_GATEWAY_GB;
import static ecsadvisor.models.price.SecurityItem.NAT_GATEWAY_HOUR;
import static ecsadvisor.models.price.SecurityItem.PUBLIC_IPV4_HOUR;

import ecsadvisor.models.security.fix.FixFacts.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in private subnets: the addresses that go, less the path that they take instead.
 *
 * <pre>
 *   - 0.005 x task-hours with a public address
 *   + 0 where the VPC has a NAT gateway or all endpoints, else the cheaper of
 *       endpoints 7.30 x missing ones x zones    (ecr.api, ecr.dkr, logs; S3's gateway is free)
 *       NAT      32.85 x zones                   (needed where the service calls the internet)
 *   + data x the path's price of a GB
 * </pre>
 *
 * The high figure is the dearer path. A few tasks do not pay for a path of their own: from how many
 * on they do is in the inputs.
 *
 * @param fix what is done
 * @param hasAddresses whether the failed check shows that every task has a public address
 * @param effort how much work it is
 */
record PrivatePath(String fix, boolean hasAddresses, Effort effort) implements FixPricer {
  private static final List<String> NEEDED = List.of("ecr.api", "ecr.dkr", "logs");
  private static final Range UNKNOWN_ZONES = new Range(2, 2, 3);
  private static final Range EGRESS_GB_OF_A_TASK = new Range(0, 10, 100);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, fix, service, prices);
    double tasks = Amounts.tasks(estimate, service);
    double addressMonth = estimate.unit(PUBLIC_IPV4_HOUR) * HOURS_PER_MONTH;
    if (hasAddresses) {
      estimate.saves(addressMonth * tasks);
    }
    Network network = service.network();
    Range path = path(estimate, service, network);
    String thing = network == null ? "vpc of " + service.key().arn() : "vpc/" + network.vpcId();
    estimate.common(thing, path);
    estimate.own(data(estimate, service, network, tasks));
    if (path.expected() > 0 && addressMonth > 0) {
      estimate.given("break_even_tasks", Math.ceil(path.expected() / addressMonth - 1e-9));
      estimate.note(
          "alternative",
          "an IPv6 egress-only gateway costs nothing an hour, where all peers have IPv6");
    }
    return estimate.made("path by the hour (VPC) + data x GB - public IPv4 x task-hours", effort);
  }

  private Range path(Estimate estimate, FixFacts service, @Nullable Network network) {
    if (network != null && network.natGateway()) {
      estimate.note("path", "the VPC has a NAT gateway");
      return Range.ZERO;
    }
    List<String> missing = missing(service, network);
    if (network != null && missing.isEmpty()) {
      estimate.note("path", "the VPC has the endpoints");
      return Range.ZERO;
    }
    Range zones =
        network == null || network.zones() <= 0
            ? estimate.assumed("zones", UNKNOWN_ZONES)
            : estimate.known("zones", (double) network.zones(), UNKNOWN_ZONES);
    estimate.note("missing_endpoints", String.join(", ", missing));
    Range endpoints =
        zones.times(estimate.unit(INTERFACE_ENDPOINT_HOUR) * HOURS_PER_MONTH * missing.size());
    Range nat = zones.times(estimate.unit(NAT_GATEWAY_HOUR) * HOURS_PER_MONTH);
    boolean known = network != null && network.pathsKnown();
    if (!known) {
      estimate.note("path", "not known whether the VPC has one");
    }
    double cheaper = Math.min(endpoints.expected(), nat.expected());
    return Range.ascending(
        known && hasAddresses ? Math.min(endpoints.low(), nat.low()) : 0,
        cheaper,
        Math.max(endpoints.high(), nat.high()));
  }

  private static List<String> missing(FixFacts service, @Nullable Network network) {
    List<String> needed = new ArrayList<>(NEEDED);
    if (service.use().secretsFound() > 0) {
      needed.add("secretsmanager");
    }
    if (network != null) {
      needed.removeAll(network.endpoints());
    }
    return needed;
  }

  /**
   * Data through the path: at least what goes through an endpoint, at most all of it through NAT.
   */
  private static Range data(
      Estimate estimate, FixFacts service, @Nullable Network network, double tasks) {
    Range egress =
        estimate.known("egress_gb", service.use().egressGb(), EGRESS_GB_OF_A_TASK.times(tasks));
    Range pulled = Amounts.pulledGb(estimate, service, tasks);
    double nat = estimate.unit(NAT_GATEWAY_GB);
    double endpoint = estimate.unit(INTERFACE_ENDPOINT_GB);
    boolean throughNat = network != null && network.natGateway();
    boolean freePull = network != null && network.endpoints().contains("s3");
    double expected = throughNat ? nat : endpoint;
    return Range.ascending(
        egress.low() * Math.min(expected, endpoint),
        egress.expected() * expected + (throughNat && !freePull ? pulled.expected() * nat : 0),
        egress.high() * nat + (freePull ? 0 : pulled.high() * nat));
  }
}
