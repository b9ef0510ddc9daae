package ecsadvisor.jobs.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.generate.bill.BillFormat;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.opinion.OpinionWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.truth.TruthFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
  private static final Path SAMPLE = Path.of("..", "sample-data");
  private static final long LARGEST = 12L * 1024 * 1024;

  private static Organisation organisation() {
    return Generator.organisation(
        new GeneratorOptions(
            Path.of("unused"), 32, 35, LocalDate.of(2026, 11, 22), 42, 0, 0, BillFormat.CUR2));
  }

  @Test
  void theSampleIsWhatTheCommandWrites(@TempDir Path folder) throws IOException {
    Organisation organisation = organisation();
    TruthFile.write(organisation, folder.resolve("truth.csv"));
    Statements.write(organisation, folder);
    InventoryWriter.write(organisation, Fleet.of(organisation), folder.resolve("inventory"));
    OpinionWriter.write(organisation, folder.resolve("second-opinion"));
    for (String name : SmallOrganisation.contents(folder).keySet()) {
      assertEquals(
          Files.readString(folder.resolve(name)), Files.readString(SAMPLE.resolve(name)), name);
    }
  }

  @Test
  void theSampleIsSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes < LARGEST, "bytes: " + bytes);
  }
}
