package ecsadvisor.jobs.generate.truth;

import static ecsadvisor.jobs.generate.organisation.Flaw.*;

import ecsadvisor.jobs.generate.organisation.Account.Watch;
import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.CountRule;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The right answers of the 32 security rows: which planted weaknesses fail which row, and where an
 * attestation or a call that was not made leaves it open.
 */
public final class SecurityTruth {
  private static final String PRACTICES = "AWS_FSBP_1_0_0";
  private static final String NIST = "NIST_800_53_R5";
  private static final String CSA = "CSA_CCM_4_0_10";
  private static final String HUB = "AWS_SECURITY_HUB_2_0";

  private static final Set<Flaw> SEGMENTATION = of(OPEN_SECURITY_GROUP, DEFAULT_SECURITY_GROUP);
  private static final Set<Flaw> POLICIES = of(ADMIN_ROLE, ESCALATION_ROLE);
  private static final Set<Flaw> TRANSIT = of(HTTP_LISTENER, OLD_TLS, EFS_PLAINTEXT);
  private static final Set<Flaw> SECRETS = of(SECRET_BY_NAME, SECRET_BY_CONTENT);

  /**
   * A row of the catalogue.
   *
   * @param framework the framework's name in the outputs
   * @param control the control's id
   * @param failing weaknesses that fail it
   * @param attested whether it never passes without an attestation
   */
  public record Line(String framework, String control, Set<Flaw> failing, boolean attested) {}

  private static final List<Line> LINES =
      List.of(
          line(PRACTICES, "ECS.1", of(PRIVILEGED, HOST_NETWORK, ROOT_USER)),
          line(PRACTICES, "ECS.2", of(PUBLIC_IP)),
          line(PRACTICES, "ECS.3", of(HOST_PID)),
          line(PRACTICES, "ECS.4", of(PRIVILEGED)),
          line(
              PRACTICES,
              "ECS.5",
              of(WRITABLE_ROOT, HOST_DIRECTORY, FIXED_HOST_PORT, NO_MEMORY_LIMIT)),
          line(PRACTICES, "ECS.8", SECRETS),
          line(PRACTICES, "ECS.10", of(OLD_PLATFORM)),
          line(PRACTICES, "ECS.12", of(NO_INSIGHTS)),
          reviewed(NIST, "AC-2", of(FOREIGN_TRUST, SHARED_ROLE, NO_OWNER)),
          line(
              NIST,
              "AC-3",
              union(
                  POLICIES,
                  of(
                      SAME_ROLE,
                      EXEC_UNLOGGED,
                      PUBLIC_IP,
                      PRIVILEGED,
                      WRITABLE_ROOT,
                      HOST_NETWORK))),
          line(NIST, "SC-7", union(SEGMENTATION, of(PUBLIC_IP, HOST_NETWORK))),
          line(NIST, "AU-2", of(NO_LOGGING, NO_TRAIL, NO_FLOW_LOGS, EXEC_UNLOGGED)),
          line(NIST, "SC-8", TRANSIT),
          line(
              NIST,
              "CM-2",
              union(SECRETS, of(NO_STACK, STACK_DRIFTED, LATEST_TAG, TWO_REVISIONS, HOST_PID))),
          line(NIST, "SI-4", of(NO_GUARDDUTY, NO_ALARM)),
          line(NIST, "CP-9", of(EFS_NO_BACKUP)),
          reviewed(CSA, "IAM-01", POLICIES),
          reviewed(
              CSA, "IAM-02", union(POLICIES, of(FOREIGN_TRUST, SHARED_ROLE, NO_OWNER, SAME_ROLE))),
          reviewed(
              CSA,
              "DSI-01",
              union(
                  union(SECRETS, TRANSIT), of(EFS_UNENCRYPTED, EBS_UNENCRYPTED, NO_LOG_RETENTION))),
          reviewed(
              CSA,
              "IVS-01",
              union(
                  SEGMENTATION,
                  of(HOST_PID, PRIVILEGED, WRITABLE_ROOT, HOST_NETWORK, ROOT_USER, NO_IMAGE_SCAN))),
          reviewed(CSA, "AIS-01", of(NO_WAF, HTTP_LISTENER, OLD_TLS)),
          reviewed(CSA, "BCR-01", of(SINGLE_AZ, SINGLE_TASK, NO_CIRCUIT_BREAKER)),
          reviewed(CSA, "CCC-01", of(NO_STACK, LATEST_TAG, TWO_REVISIONS)),
          reviewed(CSA, "DCS-01", SEGMENTATION),
          line(HUB, "ECS.1", of(HOST_NETWORK)),
          line(HUB, "ECS.2", of(PUBLIC_IP)),
          line(HUB, "ECS.3", of(HOST_PID)),
          line(HUB, "ECS.4", of(PRIVILEGED)),
          line(HUB, "ECS.5", of(WRITABLE_ROOT, HOST_DIRECTORY, NO_MEMORY_LIMIT, NO_CPU_LIMIT)),
          line(HUB, "ECS.8", of(SECRET_BY_NAME)),
          line(HUB, "ECS.10", of(OLD_PLATFORM)),
          line(HUB, "ECS.12", of(NO_INSIGHTS)));

  private SecurityTruth() {}

  private static Set<Flaw> of(Flaw first, Flaw... rest) {
    return EnumSet.of(first, rest);
  }

  private static Set<Flaw> union(Set<Flaw> left, Set<Flaw> right) {
    Set<Flaw> both = EnumSet.copyOf(left);
    both.addAll(right);
    return both;
  }

  private static Line line(String framework, String control, Set<Flaw> failing) {
    return new Line(framework, control, failing, false);
  }

  private static Line reviewed(String framework, String control, Set<Flaw> failing) {
    return new Line(framework, control, failing, true);
  }

  /** The answers for a service by row, in the catalogue's order. */
  public static Map<Line, Expected> of(Organisation organisation, Service service) {
    Map<Line, Expected> answers = new LinkedHashMap<>();
    for (Line line : LINES) {
      answers.put(line, expected(organisation, service, line));
    }
    return answers;
  }

  private static Expected expected(Organisation organisation, Service service, Line line) {
    if (service.archetype() == Archetype.DELETED) {
      return Expected.noData("INVENTORY_MISSING");
    }
    for (Flaw flaw : Flaw.values()) {
      if (line.failing().contains(flaw) && present(organisation, service, flaw)) {
        return Expected.fail(flaw.name());
      }
    }
    boolean scheduled =
        service.countRule() == CountRule.OFFICE || service.countRule() == CountRule.NIGHT;
    if (line.control().equals("BCR-01") && scheduled) {
      return Expected.fail("SCALED_TO_ZERO");
    }
    if (line.control().equals("CP-9")
        && service.has(Flaw.NO_STACK)
        && service.has(Flaw.NO_CONFIG_RECORDER)) {
      return Expected.fail("CONFIGURATION_NOT_KEPT");
    }
    if (line.attested() && !service.cluster().account().attested()) {
      return Expected.noData("ATTESTATION_MISSING");
    }
    return open(service, line);
  }

  private static boolean present(Organisation organisation, Service service, Flaw flaw) {
    if (flaw == EBS_UNENCRYPTED) {
      return organisation.services().stream()
          .filter(other -> other.cluster().equals(service.cluster()))
          .filter(other -> !other.pool().isEmpty() && other.pool().equals(service.pool()))
          .anyMatch(other -> other.flaws().contains(flaw));
    }
    boolean balanced = flaw == NO_WAF || flaw == HTTP_LISTENER || flaw == OLD_TLS;
    if (balanced && !service.loadBalancer().isEmpty()) {
      return organisation.services().stream()
          .filter(other -> !other.loadBalancer().isEmpty())
          .filter(
              other ->
                  Networks.loadBalancerArn(organisation, other)
                      .equals(Networks.loadBalancerArn(organisation, service)))
          .anyMatch(other -> other.flaws().contains(flaw));
    }
    return service.has(flaw);
  }

  private static Expected open(Service service, Line line) {
    boolean fargate = service.launch().fargate();
    boolean awsvpc =
        fargate
            || !(service.flaws().contains(FIXED_HOST_PORT)
                || service.flaws().contains(HOST_NETWORK)
                || service.archetype() == Archetype.DAEMON);
    return switch (line.control()) {
      case "ECS.2" ->
          awsvpc ? Expected.pass("") : Expected.notApplicable("NO_AWSVPC_CONFIGURATION");
      case "ECS.10" -> fargate ? Expected.pass("") : Expected.notApplicable("NOT_ON_FARGATE");
      case "AU-2" ->
          service.cluster().account().budgets() == Watch.BUDGET_ONLY
              ? Expected.noData("MISSING_EXPORT:ec2-flow-log")
              : Expected.pass("");
      // The sidecar's image comes from a registry that ECR does not scan.
      case "IVS-01" -> service.sidecar() ? Expected.noData("OUTSIDE_ECR") : Expected.pass("");
      case "SI-4" ->
          service.processor() == Processor.WINDOWS
              ? Expected.noData("NO_AGENT_FOR_PLATFORM")
              : Expected.pass("");
      case "SC-8" -> {
        boolean subject = !service.loadBalancer().isEmpty() || service.fileSystem();
        yield subject || service.cluster().account().attested()
            ? Expected.pass("")
            : Expected.noData("ATTESTATION_MISSING");
      }
      default -> Expected.pass("");
    };
  }
}
