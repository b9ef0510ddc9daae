package ecsadvisor.jobs.export.security;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * assessment-results.oscal.json: the NIST rows as OSCAL 1.1.2 assessment results. A verdict is an
 * observation; a pass or failure is a finding on it as well. OSCAL knows no state for what does not
 * apply or could not be told, so these stay observations.
 */
public final class OscalResults {
  private static final String VERSION = "1.1.2";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private OscalResults() {}

  /** Writes the NIST rows of controls.csv and closes the stream. */
  public static void write(OutputStream stream, List<ControlRow> rows, SecurityRun run)
      throws IOException {
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(stream, JsonEncoding.UTF8)) {
      json.writeTree(document(rows, run));
      json.writeRaw('\n');
    }
  }

  static ObjectNode document(List<ControlRow> rows, SecurityRun run) {
    List<ControlRow> nist =
        rows.stream()
            .filter(row -> row.framework().equals(Framework.NIST_800_53_R5.name()))
            .toList();
    String time = run.time().toString();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode results = document.putObject("assessment-results");
    results.put("uuid", StableId.of("assessment-results", time));
    results
        .putObject("metadata")
        .put("title", "NIST SP 800-53 controls of Amazon ECS services")
        .put("last-modified", time)
        .put("version", run.asOf().toString())
        .put("oscal-version", VERSION);
    results.putObject("import-ap").put("href", "#" + StableId.of("assessment-plan"));
    ObjectNode result = results.putArray("results").addObject();
    result.put("uuid", StableId.of("result", time));
    result.put("title", "Weekly review of " + run.asOf());
    result.put(
        "description",
        "Configuration and bill of every ECS service, judged by "
            + SecurityRun.PRODUCT
            + " "
            + run.programVersion());
    result.put("start", time);
    TreeSet<String> controls = new TreeSet<>();
    nist.forEach(row -> controls.add(control(row)));
    ObjectNode selection =
        result.putObject("reviewed-controls").putArray("control-selections").addObject();
    if (controls.isEmpty()) {
      selection.putObject("include-all");
    } else {
      ArrayNode included = selection.putArray("include-controls");
      controls.forEach(control -> included.addObject().put("control-id", control));
      ArrayNode observations = result.putArray("observations");
      nist.forEach(row -> observations.add(observation(row, time)));
    }
    List<ControlRow> decided = nist.stream().filter(OscalResults::isDecided).toList();
    if (!decided.isEmpty()) {
      ArrayNode findings = result.putArray("findings");
      decided.forEach(row -> findings.add(finding(row)));
    }
    return document;
  }

  private static ObjectNode observation(ControlRow row, String time) {
    ObjectNode observation = JsonNodeFactory.instance.objectNode();
    observation.put("uuid", observationId(row));
    observation.put("title", row.controlId() + " " + row.serviceArn());
    observation.put("description", row.verdict() + " " + SecurityRows.detail(row));
    boolean stated = row.basis().equals("ATTESTED") || row.basis().equals("INHERITED");
    observation.putArray("methods").add(stated ? "EXAMINE" : "TEST");
    observation
        .putArray("subjects")
        .addObject()
        .put("subject-uuid", StableId.of("service", row.serviceArn()))
        .put("type", "component")
        .put("title", row.serviceArn());
    observation.put("collected", time);
    return observation;
  }

  private static ObjectNode finding(ControlRow row) {
    ObjectNode finding = JsonNodeFactory.instance.objectNode();
    finding.put("uuid", StableId.of(row));
    finding.put("title", row.controlId() + " " + row.title());
    finding.put("description", SecurityRows.detail(row));
    ObjectNode target = finding.putObject("target");
    target.put("type", "objective-id");
    target.put("target-id", control(row) + "_obj");
    boolean satisfied = SecurityRows.verdict(row) == Verdict.PASS;
    target
        .putObject("status")
        .put("state", satisfied ? "satisfied" : "not-satisfied")
        .put("reason", satisfied ? "pass" : row.suppressed() ? "other" : "fail");
    finding
        .putArray("related-observations")
        .addObject()
        .put("observation-uuid", observationId(row));
    return finding;
  }

  private static boolean isDecided(ControlRow row) {
    Verdict verdict = SecurityRows.verdict(row);
    return verdict == Verdict.PASS || verdict == Verdict.FAIL;
  }

  private static String observationId(ControlRow row) {
    return StableId.of("observation", row.framework(), row.controlId(), row.serviceArn());
  }

  /** The control as NIST's catalogue writes it: {@code ac-2}. */
  private static String control(ControlRow row) {
    return row.controlId().toLowerCase(Locale.ROOT);
  }
}
