package ecsadvisor.models.security.entry;

import static ecsadvisor.models.fixture.EntryBuilder.entry;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.Attestation;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitStatedTest {
  private static final String MODERN = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private final TransitStated check = new TransitStated();

  private static SecurityBuilder worker() {
    return security().with(entry().build());
  }

  private static SecurityFacts expired(SecurityFacts facts) {
    LocalDate day = ServiceBuilder.AS_OF;
    Attestation old =
        new Attestation(
            "SC-8",
            "",
            "all",
            Attestation.StatedVerdict.PASS,
            "It is so.",
            "DOC-1",
            "security@example.com",
            day.minusDays(90),
            day.minusDays(1),
            Attestation.Type.REVIEW);
    return new SecurityFacts(
        facts.key(),
        facts.owner(),
        facts.environment(),
        facts.ownerTags(),
        facts.asOf(),
        facts.config(),
        facts.security(),
        new Attestations(List.of(old)),
        facts.bill());
  }

  @Test
  void aWorkerThatNobodySpeaksForIsOpen() {
    CheckResult result = check.judge(worker().facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.ATTESTATION_MISSING), result.reasons());
  }

  @Test
  void aStatementPasses() {
    CheckResult result =
        check.judge(
            worker()
                .attested("SC-8", "", Attestation.StatedVerdict.PASS, Attestation.Type.REVIEW)
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(CheckResult.Basis.ATTESTED, result.basis());
  }

  @Test
  void aStatedFailureIsWorseThanAStatedPass() {
    CheckResult result =
        check.judge(
            worker()
                .attested("SC-8", "", Attestation.StatedVerdict.PASS, Attestation.Type.REVIEW)
                .attested("SC-8", "", Attestation.StatedVerdict.FAIL, Attestation.Type.REVIEW)
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void anExpiredStatementIsNamed() {
    CheckResult result = check.judge(expired(worker().facts()));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.ATTESTATION_EXPIRED), result.reasons());
  }

  @Test
  void anExceptionStatesNothing() {
    CheckResult result =
        check.judge(
            worker()
                .attested("SC-8", "", Attestation.StatedVerdict.PASS, Attestation.Type.EXCEPTION)
                .facts());
    assertEquals(List.of(CheckReason.ATTESTATION_MISSING), result.reasons());
  }

  @Test
  void statementsOnOtherControlsDoNotCount() {
    CheckResult result =
        check.judge(
            worker()
                .attested("SC-7", "", Attestation.StatedVerdict.PASS, Attestation.Type.REVIEW)
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void aListenerAnswersForItself() {
    CheckResult result =
        check.judge(
            security()
                .with(entry().targets("web", "HTTP").listens("HTTPS", 443, MODERN).build())
                .facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.JUDGED_ELSEWHERE), result.reasons());
  }

  @Test
  void aTargetGroupWithoutListenerAnswersNothing() {
    CheckResult result =
        check.judge(
            security()
                .with(entry().targets("web", "HTTP").build())
                .read("elbv2-listener", "elbv2-rule")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void anEfsVolumeAnswersForItself() {
    VolumeSecurity volume = new VolumeSecurity("data", "", "fs-1", "", "", "", "", false);
    CheckResult result = check.judge(worker().runs(task().volume(volume)).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
  }

  @Test
  void serviceConnectAnswersOnlyWithTls() {
    SecurityBuilder encrypted = security().with(entry().offers("http", true).build());
    SecurityBuilder plain = security().with(entry().offers("http", false).build());
    assertEquals(Verdict.NOT_APPLICABLE, check.judge(encrypted.facts()).verdict());
    assertEquals(Verdict.NO_DATA, check.judge(plain.facts()).verdict());
  }
}
