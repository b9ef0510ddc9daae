package ecsadvisor.jobs.generate.truth;

import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The file {@code truth.csv}: for every service and every row of the catalogue the answer that the
 * organisation was planted with.
 */
public final class TruthFile {
  private static final String[] COLUMNS = {
    "account_id",
    "region",
    "cluster_name",
    "service_name",
    "archetype",
    "framework",
    "control_id",
    "expected",
    "finding",
    "reason",
    "ideal_cpu_units",
    "ideal_memory_mib"
  };

  private TruthFile() {}

  /** Writes the file. */
  public static void write(Organisation organisation, Path file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader(COLUMNS).setRecordSeparator('\n').get();
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, format)) {
      for (Service service : organisation.services()) {
        cost(printer, organisation, service);
        for (Map.Entry<SecurityTruth.Line, Expected> answer :
            SecurityTruth.of(organisation, service).entrySet()) {
          SecurityTruth.Line line = answer.getKey();
          line(printer, service, line.framework(), line.control(), answer.getValue(), "", "");
        }
      }
    }
  }

  private static void cost(CSVPrinter printer, Organisation organisation, Service service)
      throws IOException {
    for (Map.Entry<String, Expected> answer : CostTruth.of(service).entrySet()) {
      Expected expected = answer.getValue();
      boolean sized = answer.getKey().equals("COST-01") && !expected.finding().isEmpty();
      IdealSize ideal = sized ? IdealSize.of(organisation, service) : new IdealSize(0, 0);
      line(
          printer,
          service,
          "ECS_COST_2024",
          answer.getKey(),
          expected,
          sized ? Integer.toString(ideal.cpuUnits()) : "",
          sized ? Integer.toString(ideal.memoryMiB()) : "");
    }
  }

  private static void line(
      CSVPrinter printer,
      Service service,
      String framework,
      String control,
      Expected expected,
      String cpuUnits,
      String memoryMiB)
      throws IOException {
    printer.printRecord(
        service.cluster().account().id(),
        service.cluster().region(),
        service.cluster().name(),
        service.name(),
        service.archetype(),
        framework,
        control,
        expected.verdict(),
        expected.finding(),
        expected.reason(),
        cpuUnits,
        memoryMiB);
  }
}
