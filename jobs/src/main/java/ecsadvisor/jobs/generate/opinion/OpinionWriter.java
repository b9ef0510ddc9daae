package ecsadvisor.jobs.generate.opinion;

import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes what AWS would recommend as the two exports that an organisation can have of it. */
public final class OpinionWriter {
  private OpinionWriter() {}

  /** Writes both files. */
  public static void write(Organisation organisation, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CSVPrinter printer =
        printer(folder.resolve("compute-optimizer-ecs.csv"), OptimizerExport.COLUMNS)) {
      OptimizerExport.write(printer, organisation);
    }
    try (CSVPrinter printer =
        printer(folder.resolve("cost-optimization-recommendations.csv"), HubExport.COLUMNS)) {
      new HubExport(printer, organisation).write();
    }
  }

  private static CSVPrinter printer(Path file, String[] columns) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    return new CSVPrinter(
        writer, CSVFormat.RFC4180.builder().setHeader(columns).setRecordSeparator('\n').get());
  }
}
