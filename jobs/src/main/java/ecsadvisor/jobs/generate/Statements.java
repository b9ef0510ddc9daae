package ecsadvisor.jobs.generate;

import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What people of the organisation have stated: attestations and decisions. */
public final class Statements {
  private static final String[][] ATTESTED = {
    {"AC-2", "REVIEW", "Access to the ECS accounts was reviewed; no open remarks.", "SEC-118"},
    {"SC-8", "POLICY", "Workers talk to queues and databases over TLS only.", "SEC-104"},
    {"IAM-01", "POLICY", "The identity and access policy is in force.", "POL-01"},
    {"IAM-02", "REVIEW", "Roles were reviewed for least privilege.", "SEC-119"},
    {"DSI-01", "POLICY", "Data are classified and kept as the retention policy says.", "POL-04"},
    {"IVS-01", "POLICY", "The infrastructure security policy is in force.", "POL-05"},
    {"AIS-01", "POLICY", "Code is reviewed and scanned before it is released.", "POL-07"},
    {"BCR-01", "POLICY", "The recovery plan was rehearsed.", "POL-09"},
    {"CCC-01", "POLICY", "Changes go through the pipeline only.", "POL-10"},
    {"DCS-01", "INHERITED", "Data centres are covered by AWS's SOC 2 report.", "AWS-SOC2-2026"},
  };
  private static final int AGE_DAYS = 60;
  private static final int VALID_DAYS = 360;

  private Statements() {}

  /** Writes both files. */
  public static void write(Organisation organisation, Path folder) throws IOException {
    LocalDate attestedOn = organisation.timeline().lastDay().minusDays(AGE_DAYS);
    try (BufferedWriter writer =
        Files.newBufferedWriter(folder.resolve("attestations.yaml"), StandardCharsets.UTF_8)) {
      writer.write("# What the accounts' owners state where no API can show it.\n");
      writer.write("# The developers' account states nothing, so its policy controls stay open.\n");
      writer.write("attestations:\n");
      for (Account account : organisation.accounts()) {
        if (account.attested()) {
          for (String[] statement : ATTESTED) {
            attestation(writer, account, statement, attestedOn);
          }
        }
      }
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader("recommendation_id", "decision", "reason", "until", "author", "decided_on")
            .setRecordSeparator('\n')
            .get();
    try (BufferedWriter writer =
            Files.newBufferedWriter(folder.resolve("decisions.csv"), StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, format)) {
      printer.flush();
    }
  }

  private static void attestation(
      BufferedWriter writer, Account account, String[] statement, LocalDate attestedOn)
      throws IOException {
    String[][] fields = {
      {"control", statement[0]},
      {"check", ""},
      {"scope", account.id()},
      {"verdict", "PASS"},
      {"statement", statement[2]},
      {"evidence_ref", statement[3]},
      {"attested_by", "security@larkspur.example"},
      {"attested_on", attestedOn.toString()},
      {"expires_on", attestedOn.plusDays(VALID_DAYS).toString()},
      {"type", statement[1]},
    };
    String lead = "  - ";
    for (String[] field : fields) {
      writer.write(lead + field[0] + ": \"" + field[1] + "\"\n");
      lead = "    ";
    }
  }
}
