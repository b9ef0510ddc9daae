package ecsadvisor.jobs.export.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.finding.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/**
 * findings.ocsf.jsonl: one Compliance Finding (class 2003) of OCSF 1.3.0 a line, with the cloud
 * profile. A row without data has the status Warning, which OCSF defines as no result for lack of
 * information.
 */
public final class OcsfFindings {
  private static final String VERSION = "1.3.0";
  private static final int CATEGORY = 2;
  private static final int CLASS = 2003;
  private static final int ACTIVITY_CREATE = 1;
  private static final int ACCOUNT_OF_AWS = 10;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OcsfFindings() {}

  /** Writes the security rows of controls.csv and closes the stream. */
  public static void write(OutputStream stream, List<ControlRow> rows, SecurityRun run)
      throws IOException {
    try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8))) {
      for (ControlRow row : SecurityRows.of(rows)) {
        out.write(finding(row, run).toString());
        out.write('\n');
      }
    }
  }

  static ObjectNode finding(ControlRow row, SecurityRun run) {
    String detail = SecurityRows.detail(row);
    ObjectNode finding = NODES.objectNode();
    finding.put("activity_id", ACTIVITY_CREATE);
    finding.put("category_uid", CATEGORY);
    finding.put("class_uid", CLASS);
    finding.put("type_uid", CLASS * 100 + ACTIVITY_CREATE);
    finding.put("time", run.time().toEpochMilli());
    finding.put("severity_id", severity(row));
    finding.put("status_id", status(row));
    ObjectNode metadata = finding.putObject("metadata");
    metadata.put("version", VERSION);
    metadata
        .putObject("product")
        .put("name", SecurityRun.PRODUCT)
        .put("vendor_name", SecurityRun.VENDOR)
        .put("version", run.programVersion());
    metadata.putArray("profiles").add("cloud");
    finding
        .putObject("finding_info")
        .put("uid", StableId.of(row))
        .put("title", row.controlId() + " " + row.title())
        .put("desc", detail);
    ObjectNode compliance = finding.putObject("compliance");
    compliance.put("control", row.controlId());
    compliance.putArray("standards").add(SecurityRows.framework(row));
    compliance.put("status_id", complianceStatus(row));
    compliance.put("status_code", row.verdict());
    compliance.put("status_detail", detail);
    ObjectNode cloud = finding.putObject("cloud");
    cloud.put("provider", "AWS").put("region", row.region());
    cloud.putObject("account").put("uid", row.accountId()).put("type_id", ACCOUNT_OF_AWS);
    finding
        .putArray("resources")
        .addObject()
        .put("uid", row.serviceArn())
        .put("name", row.serviceName())
        .put("type", "AwsEcsService")
        .put("region", row.region())
        .put("cloud_partition", SecurityRows.partition(row));
    if (!row.remediation().isEmpty()) {
      finding.putObject("remediation").put("desc", SecurityRows.remediation(row));
    }
    finding.set("unmapped", unmapped(row));
    return finding;
  }

  private static ObjectNode unmapped(ControlRow row) {
    ObjectNode more = NODES.objectNode();
    more.put("basis", row.basis());
    more.put("failed_checks", row.failedChecks());
    more.put("cluster_name", row.clusterName());
    more.put("severity_aws", row.severityAws());
    ObjectNode cost = more.putObject("cost");
    cost.put("fix_monthly_low", row.fixMonthlyLow());
    cost.put("fix_monthly_expected", row.fixMonthlyExpected());
    cost.put("fix_monthly_high", row.fixMonthlyHigh());
    cost.put("saves_monthly", row.savesMonthly());
    cost.put("formula", row.formula());
    return more;
  }

  private static int severity(ControlRow row) {
    if (SecurityRows.verdict(row) != Verdict.FAIL) {
      return 1;
    }
    return switch (row.severity()) {
      case "HIGH" -> 4;
      case "MEDIUM" -> 3;
      default -> 2;
    };
  }

  /** New, Suppressed or Resolved. */
  private static int status(ControlRow row) {
    if (row.suppressed()) {
      return 3;
    }
    return SecurityRows.verdict(row) == Verdict.PASS ? 4 : 1;
  }

  /** Pass, Warning, Fail or Other. */
  private static int complianceStatus(ControlRow row) {
    return switch (SecurityRows.verdict(row)) {
      case PASS -> 1;
      case NO_DATA -> 2;
      case FAIL -> 3;
      case NOT_APPLICABLE -> 99;
    };
  }
}
