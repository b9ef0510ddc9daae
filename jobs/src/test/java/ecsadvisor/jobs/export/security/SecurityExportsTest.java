package ecsadvisor.jobs.export.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ecsadvisor.jobs.table.ControlRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each format against the fields that its published schema requires, and their allowed values. */
class SecurityExportsTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final SecurityRun RUN = new SecurityRun("0.1.0", LocalDate.of(2026, 11, 20));
  private static final Pattern UUID_4_OR_5 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final List<ControlRow> ROWS =
      List.of(
          row("AWS_FSBP_1_0_0", "ECS.3", "FAIL", false),
          row("NIST_800_53_R5", "AC-2", "NO_DATA", false),
          row("NIST_800_53_R5", "AC-3", "FAIL", true),
          row("NIST_800_53_R5", "SC-7", "PASS", false),
          row("NIST_800_53_R5", "CP-9", "NOT_APPLICABLE", false),
          row("ECS_COST_2024", "COST-01", "FAIL", false));

  private static ControlRow row(
      String framework, String control, String verdict, boolean suppressed) {
    return new ControlRow(
        framework,
        control,
        "Title of " + control,
        "MEDIUM",
        "HIGH",
        "012345678901",
        "us-east-1",
        "shop",
        "web",
        "arn:aws:ecs:us-east-1:012345678901:service/shop/web",
        verdict,
        "CONFIG",
        suppressed,
        "HOST_PROCESSES",
        "pidMode=host",
        "",
        verdict.equals("FAIL") ? "Remove pidMode." : "",
        0.0,
        1.5,
        3.0,
        null,
        false,
        "",
        "no-host-process-namespace",
        "",
        "USD",
        "",
        "",
        "SMALL");
  }

  @Test
  void ocsfHasWhatTheComplianceFindingRequires() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OcsfFindings.write(out, ROWS, RUN);
    String[] lines = out.toString(UTF_8).split("\n", -1);
    assertEquals(ROWS.size(), lines.length, "five findings and the last line's end");
    for (int i = 0; i < ROWS.size() - 1; i++) {
      JsonNode finding = MAPPER.readTree(lines[i]);
      for (String name :
          List.of(
              "activity_id",
              "category_uid",
              "class_uid",
              "type_uid",
              "severity_id",
              "time",
              "metadata",
              "finding_info",
              "compliance",
              "cloud")) {
        assertTrue(finding.hasNonNull(name), name);
      }
      assertEquals(200301, finding.get("type_uid").asInt());
      assertEquals("1.3.0", finding.at("/metadata/version").asText());
      assertTrue(finding.at("/metadata/product").hasNonNull("vendor_name"));
      assertTrue(finding.at("/finding_info").hasNonNull("uid"));
      assertTrue(finding.at("/finding_info").hasNonNull("title"));
      assertEquals(1, finding.at("/compliance/standards").size());
      assertTrue(Set.of(1, 2, 3, 99).contains(finding.at("/compliance/status_id").asInt()));
      assertEquals("AWS", finding.at("/cloud/provider").asText());
      assertEquals("012345678901", finding.at("/cloud/account/uid").asText());
    }
    assertEquals(2, MAPPER.readTree(lines[1]).at("/compliance/status_id").asInt());
    assertEquals(3, MAPPER.readTree(lines[2]).at("/status_id").asInt());
  }

  @Test
  void asffHasWhatBatchImportFindingsRequires() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AsffFindings.write(out, ROWS, RUN);
    JsonNode findings = MAPPER.readTree(out.toByteArray());
    assertEquals(ROWS.size() - 1, findings.size());
    for (JsonNode finding : findings) {
      for (String name :
          List.of(
              "SchemaVersion",
              "Id",
              "ProductArn",
              "GeneratorId",
              "AwsAccountId",
              "Types",
              "CreatedAt",
              "UpdatedAt",
              "Severity",
              "Title",
              "Description",
              "Resources")) {
        assertTrue(finding.hasNonNull(name), name);
      }
      assertEquals("2018-10-08", finding.get("SchemaVersion").asText());
      assertTrue(
          Set.of("PASSED", "WARNING", "FAILED", "NOT_AVAILABLE")
              .contains(finding.at("/Compliance/Status").asText()));
      assertTrue(
          Set.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL")
              .contains(finding.at("/Severity/Label").asText()));
      assertEquals("AwsEcsService", finding.at("/Resources/0/Type").asText());
      assertEquals("2026-11-21T00:00:00Z", finding.get("CreatedAt").asText());
    }
    assertEquals("SUPPRESSED", findings.get(2).at("/Workflow/Status").asText());
  }

  @Test
  void oscalHasWhatAssessmentResultsRequire() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OscalResults.write(out, ROWS, RUN);
    JsonNode results = MAPPER.readTree(out.toByteArray()).get("assessment-results");
    assertTrue(isUuid(results.get("uuid")));
    for (String name : List.of("title", "last-modified", "version", "oscal-version")) {
      assertTrue(results.get("metadata").hasNonNull(name), name);
    }
    assertTrue(results.get("import-ap").hasNonNull("href"));
    JsonNode result = results.get("results").get(0);
    for (String name : List.of("uuid", "title", "description", "start", "reviewed-controls")) {
      assertTrue(result.hasNonNull(name), name);
    }
    assertEquals(4, result.at("/reviewed-controls/control-selections/0/include-controls").size());
    Set<String> observed = new TreeSet<>();
    for (JsonNode observation : result.get("observations")) {
      assertTrue(isUuid(observation.get("uuid")));
      assertTrue(observation.hasNonNull("description"));
      assertTrue(Set.of("TEST", "EXAMINE").contains(observation.get("methods").get(0).asText()));
      assertTrue(observation.hasNonNull("collected"));
      observed.add(observation.get("uuid").asText());
    }
    assertEquals(4, observed.size());
    assertEquals(2, result.get("findings").size());
    for (JsonNode finding : result.get("findings")) {
      assertTrue(isUuid(finding.get("uuid")));
      assertTrue(finding.hasNonNull("title") && finding.hasNonNull("description"));
      assertEquals("objective-id", finding.at("/target/type").asText());
      assertTrue(
          Set.of("satisfied", "not-satisfied")
              .contains(finding.at("/target/status/state").asText()));
      assertTrue(
          observed.contains(finding.at("/related-observations/0/observation-uuid").asText()));
    }
  }

  @Test
  void idsOutliveARun() {
    ControlRow failed = row("NIST_800_53_R5", "AC-3", "FAIL", false);
    ControlRow passed = row("NIST_800_53_R5", "AC-3", "PASS", false);
    SecurityRun later = new SecurityRun("0.2.0", LocalDate.of(2026, 11, 27));
    assertEquals(
        AsffFindings.finding(failed, RUN).get("Id"), AsffFindings.finding(passed, later).get("Id"));
    assertEquals(
        OcsfFindings.finding(failed, RUN).at("/finding_info/uid"),
        OcsfFindings.finding(passed, later).at("/finding_info/uid"));
    assertNotEquals(StableId.of(failed), StableId.of(row("AWS_FSBP_1_0_0", "AC-3", "FAIL", false)));
  }

  @Test
  void nothingToSayIsStillADocument() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OscalResults.write(out, List.of(), RUN);
    JsonNode result = MAPPER.readTree(out.toByteArray()).at("/assessment-results/results/0");
    assertTrue(result.at("/reviewed-controls/control-selections/0").has("include-all"));
    assertTrue(!result.has("observations") && !result.has("findings"));
  }

  private static boolean isUuid(JsonNode node) {
    return UUID_4_OR_5.matcher(node.asText()).matches();
  }
}
