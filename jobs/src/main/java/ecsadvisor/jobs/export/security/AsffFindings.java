package ecsadvisor.jobs.export.security;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * findings.asff.json: an array of AWS Security Finding Format, schema 2018-10-08, as
 * BatchImportFindings takes it in portions of 100. The product is the account's own default one.
 */
public final class AsffFindings {
  private static final String SCHEMA = "2018-10-08";
  private static final String TYPE =
      "Software and Configuration Checks/Industry and Regulatory Standards";
  private static final int LONGEST_TITLE = 256;
  private static final int LONGEST_REMEDIATION = 512;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AsffFindings() {}

  /** Writes the security rows of controls.csv and closes the stream. */
  public static void write(OutputStream stream, List<ControlRow> rows, SecurityRun run)
      throws IOException {
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(stream, JsonEncoding.UTF8)) {
      json.writeStartArray();
      for (ControlRow row : SecurityRows.of(rows)) {
        json.writeRaw('\n');
        json.writeTree(finding(row, run));
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  static ObjectNode finding(ControlRow row, SecurityRun run) {
    String partition = SecurityRows.partition(row);
    String time = run.time().toString();
    ObjectNode finding = JsonNodeFactory.instance.objectNode();
    finding.put("SchemaVersion", SCHEMA);
    finding.put("Id", StableId.of(row));
    finding.put(
        "ProductArn",
        "arn:%s:securityhub:%s:%s:product/%s/default"
            .formatted(partition, row.region(), row.accountId(), row.accountId()));
    finding.put("GeneratorId", SecurityRun.VENDOR + "/" + row.framework() + "/" + row.controlId());
    finding.put("AwsAccountId", row.accountId());
    finding.put("Region", row.region());
    finding.put("CompanyName", SecurityRun.VENDOR);
    finding.put("ProductName", SecurityRun.PRODUCT);
    finding.putArray("Types").add(TYPE);
    finding.put("CreatedAt", time);
    finding.put("UpdatedAt", time);
    finding.putObject("Severity").put("Label", severity(row)).put("Original", row.severity());
    finding.put("Title", SecurityRows.cut(row.controlId() + " " + row.title(), LONGEST_TITLE));
    finding.put("Description", SecurityRows.detail(row));
    if (!row.remediation().isEmpty()) {
      finding
          .putObject("Remediation")
          .putObject("Recommendation")
          .put("Text", SecurityRows.cut(row.remediation(), LONGEST_REMEDIATION));
    }
    finding
        .putArray("Resources")
        .addObject()
        .put("Type", "AwsEcsService")
        .put("Id", row.serviceArn())
        .put("Partition", partition)
        .put("Region", row.region());
    ObjectNode compliance = finding.putObject("Compliance");
    compliance.put("Status", status(row));
    compliance.put("SecurityControlId", row.controlId());
    compliance
        .putArray("AssociatedStandards")
        .addObject()
        .put("StandardsId", "custom/" + row.framework());
    finding.put("RecordState", "ACTIVE");
    finding
        .putObject("Workflow")
        .put(
            "Status",
            row.suppressed()
                ? "SUPPRESSED"
                : SecurityRows.verdict(row) == Verdict.PASS ? "RESOLVED" : "NEW");
    ObjectNode fields = finding.putObject("ProductFields");
    put(fields, "verdict", row.verdict());
    put(fields, "failedChecks", row.failedChecks());
    put(fields, "clusterName", row.clusterName());
    put(fields, "fixMonthlyExpected", row.fixMonthlyExpected());
    put(fields, "savesMonthly", row.savesMonthly());
    return finding;
  }

  /** Product fields are texts of 2048 characters at most. */
  private static void put(ObjectNode fields, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      fields.put(SecurityRun.VENDOR + "/" + name, SecurityRows.cut(value.toString(), 2048));
    }
  }

  private static String severity(ControlRow row) {
    return SecurityRows.verdict(row) == Verdict.FAIL ? row.severity() : "INFORMATIONAL";
  }

  private static String status(ControlRow row) {
    return switch (SecurityRows.verdict(row)) {
      case PASS -> "PASSED";
      case FAIL -> "FAILED";
      case NO_DATA, NOT_APPLICABLE -> "NOT_AVAILABLE";
    };
  }
}
