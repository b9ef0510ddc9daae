package ecsadvisor.jobs.source.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fact.InventoryFacts;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.FileQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class InventorySourceTest {
  private static final String ARN = "arn:aws:ecs:eu-west-1:111122223333:service/c/s";

  @TempDir private Path folder;

  private static String envelope(String day, String body) {
    return """
        {"schemaVersion":1,"kind":"ecs-service","accountId":"111122223333","region":"eu-west-1",\
        "collectedAt":"%sT00:00:00Z","arn":"%s","body":%s}
        """
        .formatted(day, ARN, body);
  }

  private Dataset<Row> read(SparkSession spark) {
    return InventorySource.read(spark, InventorySource.find(spark, List.of("" + folder)));
  }

  @Test
  void newestStateOfAResourceCounts(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a"), envelope("2026-11-20", "{\"v\":1}") + envelope("2026-11-01", "{}"));
    Files.writeString(folder.resolve("b"), envelope("2026-11-21", "{\"v\":2}"));
    List<InventoryItem> items = InventorySource.items(read(spark));
    assertEquals(List.of("{\"v\":2}"), items.stream().map(InventoryItem::body).toList());
  }

  @Test
  void deletionHidesOlderStates(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("a"), envelope("2026-11-20", "{\"v\":1}"));
    Files.writeString(
        folder.resolve("b"),
        """
        {"configurationItems":[{"configurationItemCaptureTime":"2026-11-21T00:00:00Z",\
        "awsAccountId":"111122223333","awsRegion":"eu-west-1","configurationItemStatus":\
        "ResourceDeleted","resourceType":"AWS::ECS::Service","ARN":"%s"}]}"""
            .formatted(ARN));
    assertEquals(List.of(), InventorySource.items(read(spark)));
  }

  @Test
  void qualityHasOneEntryPerFile(SparkSession spark) throws IOException {
    Files.writeString(folder.resolve("a"), envelope("2026-11-20", "{}"));
    Files.writeString(folder.resolve("b"), "no inventory");
    List<FileQuality> qualities = InventorySource.quality(read(spark));
    assertEquals(List.of(1L, 0L), qualities.stream().map(FileQuality::rowsUsed).toList());
    assertEquals(List.of(0L, 1L), qualities.stream().map(FileQuality::rowsBad).toList());
  }

  @Test
  void nothingGivesNothing(SparkSession spark) {
    assertEquals(List.of(), InventorySource.items(InventorySource.read(spark, List.of())));
  }

  @Test
  void plantedSecretReachesNoRowAndNoFact(SparkSession spark) throws IOException {
    String definition =
        """
        {"taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/f:1",\
        "containerDefinitions":[{"name":"a","image":"i","command":["--token","hunter2"],\
        "entryPoint":["hunter2"],"environment":[{"name":"P","value":"hunter2"},\
        {"name":"JAVA_OPTS","value":"-Xmx512m -Dp=hunter2"}],\
        "secrets":[{"name":"S","valueFrom":"hunter2"}],"dockerLabels":{"l":"hunter2"},\
        "healthCheck":{"command":["CMD-SHELL","curl -u hunter2"]},\
        "logConfiguration":{"logDriver":"splunk","options":{"splunk-token":"hunter2"},\
        "secretOptions":[{"name":"o","valueFrom":"hunter2"}]}}]}""";
    Files.writeString(folder.resolve("cli"), "{\"taskDefinition\":" + definition + "}");
    Files.writeString(
        folder.resolve("envelopes"),
        envelope("2026-11-20", "{\"taskDefinition\":\"f:1\"}")
            + envelope("2026-11-20", definition).replace("ecs-service", "ecs-task-definition")
            + "{\"hunter2");
    Files.writeString(
        folder.resolve("config"),
        """
        {"configurationItems":[{"configurationItemCaptureTime":"2026-11-21T00:00:00Z",\
        "awsAccountId":"111122223333","awsRegion":"eu-west-1","configurationItemStatus":"OK",\
        "resourceType":"AWS::ECS::TaskDefinition","ARN":"x","configuration":"%s"}]}"""
            .formatted(definition.replace("\"", "\\\"")));
    Dataset<Row> rows = read(spark);
    String everything =
        rows.collectAsList()
            + " "
            + InventorySource.quality(rows)
            + InventoryFacts.assemble(InventorySource.items(rows))
            + rows.queryExecution();
    assertTrue(everything.contains("maxHeapMiB=512.0"));
    assertFalse(everything.contains("hunter2"));
  }
}
