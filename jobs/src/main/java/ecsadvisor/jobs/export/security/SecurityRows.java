package ecsadvisor.jobs.export.security;

import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.finding.Verdict;
import java.util.List;

/** What the formats say alike of a row of controls.csv. */
final class SecurityRows {
  private static final int LONGEST_TEXT = 1000;

  private SecurityRows() {}

  /** The rows that are about security. */
  static List<ControlRow> of(List<ControlRow> rows) {
    return rows.stream()
        .filter(row -> !row.framework().equals(Framework.ECS_COST_2024.name()))
        .toList();
  }

  static Verdict verdict(ControlRow row) {
    return Verdict.valueOf(row.verdict());
  }

  static String framework(ControlRow row) {
    return Framework.valueOf(row.framework()).title();
  }

  /** Why the verdict is as it is, in one text. */
  static String detail(ControlRow row) {
    String text = row.missing().isEmpty() ? row.evidence() : row.missing();
    String detail = text.isEmpty() ? row.reasonCodes() : row.reasonCodes() + ": " + text;
    return cut(detail.isEmpty() ? row.verdict() : detail, LONGEST_TEXT);
  }

  static String remediation(ControlRow row) {
    return cut(row.remediation(), LONGEST_TEXT);
  }

  /** Other tools refuse texts that are too long. */
  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** The partition of an ARN: aws, aws-cn or aws-us-gov. */
  static String partition(ControlRow row) {
    String[] parts = row.serviceArn().split(":", 3);
    return parts.length == 3 ? parts[1] : "aws";
  }
}
