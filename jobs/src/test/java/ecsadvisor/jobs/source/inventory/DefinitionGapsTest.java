package ecsadvisor.jobs.source.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.FileQuality;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionGapsTest {
  private static FileQuality read(String... bodies) {
    StringBuilder lines = new StringBuilder();
    for (String body : bodies) {
      lines.append(
          "{\"schemaVersion\":1,\"kind\":\"ecs-task-definition\",\"accountId\":\"111122223333\","
              + "\"region\":\"eu-west-1\",\"collectedAt\":\"2026-11-20T00:00:00Z\",\"arn\":\"a\","
              + "\"body\":"
              + body.replace('\'', '"')
              + "}\n");
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return InventoryReader.read("file:/x.jsonl", () -> new ByteArrayInputStream(bytes), item -> {});
  }

  @Test
  void gapsAreCountedAndTheDefinitionsStillUsed() {
    FileQuality quality =
        read(
            "{'containerDefinitions':[{'name':'app'}]}",
            "{'containerDefinitions':'${CONTAINERS}'}",
            "{}",
            "{'containerDefinitions':[{'name':'app'},7]}");
    assertEquals(4, quality.rowsUsed());
    assertEquals(0, quality.rowsBad());
    assertEquals(
        Map.of(
            "task definition without containers", 2L,
            "task definition with a container that is no object", 1L,
            "task definition with placeholders", 1L),
        quality.reasons());
  }

  @Test
  void completeDefinitionsHaveNone() {
    assertEquals(Map.of(), read("{'containerDefinitions':[{'user':'$HOME'}]}").reasons());
  }
}
