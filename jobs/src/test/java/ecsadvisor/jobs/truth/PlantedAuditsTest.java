package ecsadvisor.jobs.truth;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.Timeline;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.BillEvidences;
import ecsadvisor.models.fact.security.Collected;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckResult.Basis;
import ecsadvisor.models.security.SecuritySettings;
import ecsadvisor.models.security.audit.AuditChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What records and watches the services of the sample, against what was planted. */
class PlantedAuditsTest {
  private static final Map<String, Flaw> FLAWS =
      Map.of(
          "containers-log", Flaw.NO_LOGGING,
          "trail-records", Flaw.NO_TRAIL,
          "log-retention-set", Flaw.NO_LOG_RETENTION,
          "threat-detection", Flaw.NO_GUARDDUTY,
          "runtime-monitoring", Flaw.NO_GUARDDUTY,
          "alarms-watch", Flaw.NO_ALARM,
          "security-hub-enabled", Flaw.NO_CONFIG_RECORDER,
          "config-records", Flaw.NO_CONFIG_RECORDER);

  @TempDir static Path folder;
  private static List<Service> services = List.of();
  private static @Nullable PlantedFacts made;

  @BeforeAll
  static void make() throws IOException {
    Timeline timeline = new Timeline(LocalDate.of(2026, 11, 22), 35);
    Organisation organisation = Organisations.make(42, timeline, Organisations.STORY_SERVICES, 1);
    services = organisation.services().stream().filter(service -> service.alive(timeline)).toList();
    made = PlantedFacts.of(organisation, folder);
  }

  private static PlantedFacts planted() {
    return requireNonNull(made);
  }

  private static ServiceKey key(Service service) {
    return new ServiceKey(
        service.cluster().account().id(),
        service.cluster().region(),
        service.cluster().name(),
        service.name());
  }

  private static SecurityFacts facts(Service service, ServiceSecurity security, BillEvidence bill) {
    ServiceConfig config = requireNonNull(planted().inventory().services().get(key(service)));
    return new SecurityFacts(
        key(service),
        "",
        "",
        List.of("owner", "team"),
        planted().window().asOf(),
        config,
        security,
        new Attestations(List.of()),
        bill);
  }

  private static ServiceSecurity security(Service service) {
    return requireNonNull(planted().inventory().security().get(key(service)), service.name());
  }

  private static Check check(String id) {
    return AuditChecks.all(SecuritySettings.defaults()).stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachCheckFailsWhereItsWeaknessWasPlantedAndNowhereElse() {
    FLAWS.forEach(
        (id, flaw) -> {
          for (Service service : services) {
            Verdict verdict =
                check(id).judge(facts(service, security(service), BillEvidence.NONE)).verdict();
            boolean silent = id.equals("log-retention-set") && service.has(Flaw.NO_LOGGING);
            boolean windows =
                id.equals("runtime-monitoring") && service.processor() == Processor.WINDOWS;
            Verdict expected =
                silent ? Verdict.NOT_APPLICABLE : windows ? Verdict.NO_DATA : Verdict.PASS;
            assertEquals(
                service.has(flaw) ? Verdict.FAIL : expected, verdict, id + " " + service.name());
          }
        });
  }

  @Test
  void theBillAloneTellsWhereGuardDutyWatchesFargate() {
    BillEvidences bill = BillEvidences.of(planted().bill().meters());
    for (Service service : services) {
      BillEvidence evidence = bill.of(service.cluster().account().id(), service.cluster().region());
      assertTrue(evidence.usable(), service.name());
      if (service.launch().fargate()) {
        var result =
            check("runtime-monitoring").judge(facts(service, unread(security(service)), evidence));
        boolean watched =
            !service.has(Flaw.NO_GUARDDUTY) && service.processor() != Processor.WINDOWS;
        assertEquals(
            watched ? Verdict.PASS : Verdict.NO_DATA,
            result.verdict(),
            service.name() + result.because());
        assertEquals(watched ? Basis.BILL : Basis.CONFIG, result.basis());
      }
      assertEquals(
          !service.has(Flaw.NO_LOGGING),
          evidence.logGroups().contains("/ecs/" + service.family()),
          service.name());
    }
  }

  /** The same service in an inventory of which nothing else was read. */
  private static ServiceSecurity unread(ServiceSecurity all) {
    return new ServiceSecurity(
        all.collectedAt(),
        all.tagsKnown(),
        all.platformFamily(),
        all.platformVersions(),
        all.executeCommand(),
        all.createdBy(),
        all.networks(),
        all.tasks(),
        all.missingRevisions(),
        all.newest(),
        all.cluster(),
        all.network(),
        all.entry(),
        all.identity(),
        AuditSecurity.UNKNOWN,
        all.storage(),
        all.change(),
        all.continuity(),
        Collected.NOTHING,
        all.open());
  }
}
