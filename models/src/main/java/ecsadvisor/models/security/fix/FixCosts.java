package ecsadvisor.models.security.fix;

import static ecsadvisor.models.security.fix.Effort.LARGE;
import static ecsadvisor.models.security.fix.Effort.MEDIUM;
import static ecsadvisor.models.security.fix.Effort.SMALL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fix of each check costs: the pricers by check. */
public final class FixCosts {
  private static final Map<String, FixPricer> PRICERS = pricers();

  private FixCosts() {}

  /**
   * What the fix of a failed check costs for a service.
   *
   * @param check the check's id
   * @return null where nothing repairs it for money, such as a statement of people
   */
  public static @Nullable FixCost of(String check, FixFacts service, FixPrices prices) {
    FixPricer pricer = PRICERS.get(check);
    return pricer == null ? null : pricer.price(check, service, prices);
  }

  /** Ids of all checks whose fixes have a price. */
  public static Set<String> checks() {
    return PRICERS.keySet();
  }

  private static Map<String, FixPricer> pricers() {
    Map<String, FixPricer> pricers = new LinkedHashMap<>();
    configuration(pricers);
    priced(pricers);
    return Map.copyOf(pricers);
  }

  private static void configuration(Map<String, FixPricer> pricers) {
    put(
        pricers,
        new Configuration(SMALL),
        "no-host-process-namespace no-host-ipc memory-limit-set cpu-limit-set bounded-ulimits"
            + " environment-files-reviewed latest-platform-version password-policy trust-limited"
            + " owner-tagged roles-separate roles-used not-default-security-group"
            + " logs-non-blocking efs-transit-encryption transit-stated efs-iam-authorization"
            + " circuit-breaker zone-rebalancing healthy-during-deployment one-revision-runs"
            + " immutable-images service-tagged cluster-tagged task-definition-tagged"
            + " security-groups-closed network-acl-limits");
    put(
        pricers,
        new Configuration(MEDIUM),
        "not-privileged user-not-root windows-user-not-administrator no-added-capabilities"
            + " read-only-root-filesystem no-sensitive-host-paths no-fixed-host-ports"
            + " no-host-devices host-mode-user-defined no-administrator-access"
            + " no-privilege-escalation identities-known role-not-shared no-service-wildcards"
            + " egress-limited no-drift deployed-by-pipeline");
    put(pricers, new Configuration(LARGE), "managed-by-code");
    put(
        pricers,
        new Configuration(
            MEDIUM, "ACM's public certificates are free; new connections may take more LCU-hours"),
        "listeners-encrypted");
    put(
        pricers,
        new Configuration(MEDIUM, "TLS in the task takes a few percent of its CPU"),
        "targets-encrypted");
  }

  private static void priced(Map<String, FixPricer> pricers) {
    put(
        pricers,
        new PrivatePath("private-path", true, MEDIUM),
        "no-public-address no-public-address-of-task-sets");
    put(
        pricers,
        new PrivatePath("private-path", false, MEDIUM),
        "private-subnets host-no-public-address");
    put(pricers, new PrivatePath("awsvpc", false, MEDIUM), "not-host-network awsvpc-network");
    put(pricers, new InsightsOn(), "container-insights");
    put(pricers, new SecretsStored(), "no-secret-variable-names no-secrets-in-definition");
    put(pricers, new ContainerLogs(), "containers-log log-configuration-set");
    put(pricers, new LogRetention(), "log-retention-set");
    put(pricers, new FlowLogs(), "flow-logs-active");
    put(pricers, new Trail(), "trail-records");
    put(pricers, new Detector(), "threat-detection");
    put(pricers, new RuntimeMonitored(), "runtime-monitoring");
    put(pricers, new SecurityHubOn(), "security-hub-enabled");
    put(pricers, new Alarms(), "alarms-watch");
    put(pricers, new WebAcl(), "web-acl-attached");
    put(pricers, new Backup(), "volumes-backed-up");
    put(pricers, new ConfigRecorded(true), "config-records");
    put(pricers, new ConfigRecorded(false), "configuration-backed-up");
    put(pricers, new ImageScanning(), "images-scanned");
    put(pricers, new SecondTask(), "several-tasks");
    put(pricers, new SecondZone(), "several-zones");
    put(pricers, new TaskOnDemand(), "not-only-spot");
    put(pricers, new ScaleInProtection(), "termination-protection");
    put(pricers, new CustomerKey(true, "one key can serve all", MEDIUM), "customer-keys");
    put(
        pricers,
        new CustomerKey(false, "ECS Exec can also be switched off, which is free", SMALL),
        "exec-logged");
    put(
        pricers,
        new CustomerKey(
            false,
            "AWS's own key is free; what exists is encrypted by a copy, stored twice meanwhile",
            LARGE),
        "volumes-encrypted");
    put(
        pricers,
        new Unpriced(MEDIUM, "a private certificate authority of AWS Private CA"),
        "service-connect-tls");
    put(
        pricers,
        new Unpriced(LARGE, "a fee of dedicated tenancy for the region and dearer instances"),
        "dedicated-tenancy");
    put(pricers, new Unpriced(LARGE, "capacity of AWS in place of the own"), "runs-on-aws");
  }

  private static void put(Map<String, FixPricer> pricers, FixPricer pricer, String checks) {
    for (String check : List.of(checks.split(" ", -1))) {
      if (pricers.put(check, pricer) != null) {
        throw new IllegalStateException(check + " has two prices");
      }
    }
  }
}
