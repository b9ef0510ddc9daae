package ecsadvisor.jobs.generate.opinion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.generate.SmallOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionWriterTest {
  private static final Path SAMPLE = Path.of("..", "sample-data", "second-opinion");

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLE.resolve(name));
  }

  @Test
  void disagreementsArePlanted() throws IOException {
    String optimizer = sample("compute-optimizer-ecs.csv");
    assertTrue(
        optimizer.lines().anyMatch(l -> l.contains("/session-cache,") && l.contains("Optimized")));
    assertTrue(
        optimizer
            .lines()
            .anyMatch(l -> l.contains("/bi-dashboard,") && l.contains("Overprovisioned")));
  }

  @Test
  void computeOptimizerSeesFargateOnly() throws IOException {
    assertFalse(sample("compute-optimizer-ecs.csv").contains("/warehouse-api"));
  }

  @Test
  void theHubListsOtherResourcesToo() throws IOException {
    assertTrue(sample("cost-optimization-recommendations.csv").contains("RdsDbInstance"));
  }

  @Test
  void bothFilesAreTheSameEachTime(@TempDir Path folder, @TempDir Path again) throws IOException {
    OpinionWriter.write(SmallOrganisation.of(7), folder);
    OpinionWriter.write(SmallOrganisation.of(7), again);
    assertEquals(SmallOrganisation.contents(folder), SmallOrganisation.contents(again));
  }
}
