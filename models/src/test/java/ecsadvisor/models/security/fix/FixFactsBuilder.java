package ecsadvisor.models.security.fix;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.price.SecurityPrices;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what is known of a service when its fixes are priced; nothing, unless said. */
final class FixFactsBuilder {
  static final FixPrices PRICES =
      new FixPrices(SecurityPrices.shipped(), LocalDate.of(2026, 11, 24));

  private String region = "us-east-1";
  private String name = "web";
  private int least = 1;
  private @Nullable Double hours;
  private @Nullable Double starts;
  private @Nullable Double vcpu;
  private @Nullable Double hourCost;
  private @Nullable Double onDemand;
  private @Nullable Double imageGb;
  private String currency = "USD";
  private String balancer = "";
  private @Nullable Double requests;
  private @Nullable Double logGb;
  private @Nullable Double storedLogGb;
  private @Nullable Double efsGb;
  private int secrets;
  private @Nullable Double egressGb;
  private FixFacts.@Nullable Network network;
  private FixFacts.Cluster cluster = FixFacts.Cluster.UNKNOWN;
  private FixFacts.Account account = FixFacts.Account.UNKNOWN;

  static FixFactsBuilder service() {
    return new FixFactsBuilder();
  }

  FixFactsBuilder named(String text) {
    name = text;
    return this;
  }

  FixFactsBuilder in(String text) {
    region = text;
    return this;
  }

  /** So many tasks that always run. */
  FixFactsBuilder tasks(int count) {
    least = count;
    hours = count * 730.0;
    return this;
  }

  FixFactsBuilder starts(double count) {
    starts = count;
    return this;
  }

  FixFactsBuilder vcpu(double value) {
    vcpu = value;
    return this;
  }

  FixFactsBuilder hourCost(double value, String code) {
    hourCost = value;
    currency = code;
    return this;
  }

  FixFactsBuilder onDemand(double value) {
    onDemand = value;
    return this;
  }

  FixFactsBuilder imageGb(double value) {
    imageGb = value;
    return this;
  }

  FixFactsBuilder balancer(String arn, double count) {
    balancer = arn;
    requests = count;
    return this;
  }

  FixFactsBuilder logs(double gb, double stored) {
    logGb = gb;
    storedLogGb = stored;
    return this;
  }

  FixFactsBuilder efs(double gb) {
    efsGb = gb;
    return this;
  }

  FixFactsBuilder secrets(int count) {
    secrets = count;
    return this;
  }

  FixFactsBuilder egress(double gb) {
    egressGb = gb;
    return this;
  }

  FixFactsBuilder network(int zones, boolean nat, String... endpoints) {
    network = new FixFacts.Network("vpc-1", zones, true, nat, Set.of(endpoints));
    return this;
  }

  FixFactsBuilder cluster(int services, double tasks) {
    cluster = new FixFacts.Cluster(services, tasks, null);
    return this;
  }

  FixFactsBuilder account(FixFacts.Account value) {
    account = value;
    return this;
  }

  FixFacts build() {
    return new FixFacts(
        new ServiceKey("111122223333", region, "main", name),
        currency,
        new FixFacts.Tasks(least, hours, starts, vcpu, hourCost, onDemand, imageGb, 1),
        new FixFacts.Use(
            balancer, requests, logGb, storedLogGb, null, "", efsGb, secrets, egressGb, null),
        network,
        cluster,
        account);
  }

  FixCost fix(String check) {
    FixCost fix = FixCosts.of(check, build(), PRICES);
    if (fix == null) {
      throw new AssertionError(check + " has no price");
    }
    return fix;
  }
}
