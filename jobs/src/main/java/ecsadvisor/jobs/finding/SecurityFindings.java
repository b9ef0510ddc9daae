package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.BillEvidences;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.security.SecurityJudge;
import java.time.LocalDate;
import java.util.List;

/**
 * The security of all services, judged on the driver: what is judged is small, and most of it is
 * shared by many services.
 */
public final class SecurityFindings {
  private final Inventory inventory;
  private final Attestations attestations;
  private final BillEvidences bill;
  private final SecurityJudge judge;
  private final LocalDate asOf;
  private final List<String> ownerTags;

  /**
   * What services are judged on.
   *
   * @param bill what the bill shows
   * @param ownerTags keys of the tags that name an owner
   */
  public SecurityFindings(
      Inventory inventory,
      Attestations attestations,
      BillEvidences bill,
      SecurityJudge judge,
      LocalDate asOf,
      List<String> ownerTags) {
    this.inventory = inventory;
    this.attestations = attestations;
    this.bill = bill;
    this.judge = judge;
    this.asOf = asOf;
    this.ownerTags = List.copyOf(ownerTags);
  }

  /** Judges services, each for itself, on all cores; in the order of the services. */
  public List<SecurityFinding> judge(List<ServiceFinding> services) {
    return services.parallelStream().map(this::judge).toList();
  }

  private SecurityFinding judge(ServiceFinding finding) {
    FleetService service = finding.fleet();
    String arn = finding.service().serviceArn();
    ServiceConfig config = inventory.services().get(service.key());
    ServiceSecurity security = inventory.security().get(service.key());
    if (config == null || security == null) {
      return new SecurityFinding(arn, null, judge.unknown(service.key(), attestations, asOf));
    }
    SecurityFacts facts =
        new SecurityFacts(
            service.key(),
            service.owner(),
            service.environment(),
            ownerTags,
            asOf,
            config,
            security,
            attestations.of(service.key()),
            bill.of(service.key().accountId(), service.key().region()));
    return new SecurityFinding(arn, facts, judge.judge(facts));
  }
}
