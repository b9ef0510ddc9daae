package ecsadvisor.jobs.source.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.fact.security.Attestation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttestationFileTest {
  private static final Attestation REVIEW =
      new Attestation(
          "AC-2",
          "",
          "111122223333",
          Attestation.StatedVerdict.PASS,
          "Access was reviewed.",
          "SEC-118",
          "security@example.com",
          LocalDate.of(2026, 9, 23),
          LocalDate.of(2027, 9, 18),
          Attestation.Type.REVIEW);
  private static final String YAML =
      """
      attestations:
        - control: AC-2
          scope: "111122223333"
          verdict: PASS
          statement: Access was reviewed.
          evidence_ref: SEC-118
          attested_by: security@example.com
          attested_on: 2026-09-23
          expires_on: 2027-09-18
          type: REVIEW
      """;
  private static final String HEADER =
      "control,check,scope,verdict,statement,evidence_ref,attested_by,attested_on,expires_on,type\n";

  @Test
  void yamlAndCsvSayTheSame() {
    String csv =
        HEADER
            + "AC-2,,111122223333,PASS,Access was reviewed.,SEC-118,security@example.com,"
            + "2026-09-23,2027-09-18,REVIEW\n";
    assertEquals(List.of(REVIEW), read(YAML));
    assertEquals(List.of(REVIEW), read(csv));
    assertEquals(List.of(REVIEW), read("\uFEFF" + csv), "as a spreadsheet saves it");
  }

  @Test
  void everyMistakeIsNamedWithItsEntry() {
    String text =
        YAML.replace("PASS", "MAYBE")
            .replace("2027-09-18", "soon")
            .replace("AC-2", "AC-99")
            .replace("evidence_ref", "evidence");
    assertEquals(
        List.of(
            "--attestations a.yaml: entry 1: unknown field evidence",
            "--attestations a.yaml: entry 1: there is no control AC-99",
            "--attestations a.yaml: entry 1: verdict must be one of [PASS, FAIL, NOT_APPLICABLE],"
                + " not MAYBE",
            "--attestations a.yaml: entry 1: expires_on must be a day such as 2026-11-20, not soon",
            "--attestations a.yaml: entry 1: evidence_ref is missing"),
        mistakes(text));
  }

  @Test
  void aStatementHoldsForAYearAtMost() {
    assertEquals(
        List.of(
            "--attestations a.yaml: entry 1: expires_on is 366 days after attested_on; REVIEW may"
                + " hold for 365"),
        mistakes(YAML.replace("2027-09-18", "2027-09-24")));
  }

  @Test
  void anExceptionHoldsForAQuarterAtMost() {
    assertEquals(
        List.of(
            "--attestations a.yaml: entry 1: expires_on is 360 days after attested_on; EXCEPTION"
                + " may hold for 90"),
        mistakes(YAML.replace("type: REVIEW", "type: EXCEPTION")));
  }

  @Test
  void textThatIsNoYamlIsNamedByItsLine() {
    assertEquals(
        List.of("--attestations a.yaml: no YAML at line 3"),
        mistakes("attestations:\n  - {a: [\n"));
  }

  @Test
  void aFileWithoutAListIsRefused() {
    assertEquals(
        List.of("--attestations a.yaml: must be a list of entries, or one under attestations"),
        mistakes("control: AC-2\n"));
  }

  @Test
  void noTypeOfTheFileIsMadeAnObject() {
    assertEquals(1, mistakes("- !!javax.script.ScriptEngineManager [x]\n").size());
  }

  private static List<Attestation> read(String text) {
    return AttestationFile.read(text, "a.yaml", Set.of("AC-2")).all();
  }

  private static List<String> mistakes(String text) {
    return assertThrows(UserMistake.class, () -> read(text)).mistakes();
  }
}
