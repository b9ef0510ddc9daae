package ecsadvisor.jobs.generate.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.generate.SmallOrganisation;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryWriterTest {
  private static final String KINDS =
      """
      ecs-cluster ecs-service ecs-task-definition ecs-task ecs-container-instance
      ecs-capacity-provider ecs-task-set autoscaling-target autoscaling-policy
      autoscaling-scheduled-action elbv2-load-balancer elbv2-listener elbv2-rule
      elbv2-target-group elbv2-attributes ecr-repository ecr-lifecycle-policy ecr-image
      ec2-instance ec2-instance-type ec2-subnet ec2-route-table ec2-security-group
      ec2-network-acl ec2-network-interface ec2-flow-log ec2-vpc-endpoint ec2-nat-gateway
      ec2-volume iam-authorization-details iam-password-policy cloudtrail-trail
      cloudtrail-status cloudtrail-event-selectors guardduty-detector guardduty-coverage
      cloudwatch-alarm logs-log-group efs-file-system efs-backup-policy backup-plan
      backup-selection backup-protected-resource cloudformation-stack
      wafv2-web-acl-association config-recorder securityhub-standard budgets-budget
      ce-anomaly-monitor ce-anomaly-subscription ce-cost-allocation-tag manifest
      """;

  @TempDir static Path folder;
  private static final List<JsonNode> LINES = new ArrayList<>();

  @BeforeAll
  static void generate() throws IOException {
    Organisation organisation = SmallOrganisation.of(7);
    InventoryWriter.write(organisation, Fleet.of(organisation), folder);
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        for (String line : Files.readAllLines(file)) {
          LINES.add(json.readTree(line));
        }
      }
    }
  }

  private static List<JsonNode> lines(String kind) {
    return LINES.stream().filter(line -> line.path("kind").asText().equals(kind)).toList();
  }

  @Test
  void everyKindOfTheContractIsThere() {
    Set<String> kinds = new TreeSet<>();
    LINES.forEach(line -> kinds.add(line.path("kind").asText()));
    assertEquals(new TreeSet<>(List.of(KINDS.strip().split("\\s+"))), kinds);
  }

  @Test
  void everyLineIsAnEnvelope() {
    for (JsonNode line : LINES) {
      assertEquals(1, line.path("schemaVersion").asInt(), line.toString());
      assertTrue(line.path("accountId").asText().matches("\\d{12}"), line.toString());
      assertTrue(line.path("body").isObject(), line.toString());
      assertEquals("2026-11-03T00:00:00Z", line.path("collectedAt").asText());
    }
  }

  @Test
  void manifestsCountWhatIsThere() {
    for (JsonNode manifest : lines("manifest")) {
      String kind = manifest.path("body").path("kinds").path(0).asText();
      long found =
          lines(kind).stream()
              .filter(line -> line.path("accountId").equals(manifest.path("accountId")))
              .filter(line -> line.path("region").equals(manifest.path("region")))
              .count();
      assertEquals(found, manifest.path("body").path("items").asLong(), kind);
    }
  }

  @Test
  void flowLogsWereNotAskedForInTheDataAccount() {
    long asked =
        lines("manifest").stream()
            .filter(line -> line.path("accountId").asText().equals("444455556666"))
            .filter(line -> line.path("body").path("api").asText().equals("ec2:DescribeFlowLogs"))
            .count();
    assertEquals(0, asked);
  }

  @Test
  void plantedKeysAreAmazonsDocumentedExamples() {
    long definitions =
        lines("ecs-task-definition").stream()
            .filter(line -> line.toString().contains("AKIAIOSFODNN7EXAMPLE"))
            .count();
    assertEquals(1, definitions);
  }

  @Test
  void servicesRunDefinitionsThatAreThere() {
    Set<String> definitions = new TreeSet<>();
    lines("ecs-task-definition").forEach(line -> definitions.add(line.path("arn").asText()));
    for (JsonNode service : lines("ecs-service")) {
      assertTrue(
          definitions.contains(service.path("body").path("taskDefinition").asText()),
          service.path("arn").asText());
    }
  }

  @Test
  void theDeletedServiceIsGone() {
    assertTrue(
        lines("ecs-service").stream()
            .noneMatch(line -> line.path("arn").asText().endsWith("/promo-api")));
  }

  @Test
  void runningCountsAgreeWithTheTasks() {
    for (JsonNode service : lines("ecs-service")) {
      JsonNode body = service.path("body");
      String group = "service:" + body.path("serviceName").asText();
      long running =
          lines("ecs-task").stream()
              .map(line -> line.path("body"))
              .filter(task -> task.path("group").asText().equals(group))
              .filter(task -> task.path("clusterArn").equals(body.path("clusterArn")))
              .filter(task -> task.path("lastStatus").asText().equals("RUNNING"))
              .count();
      assertEquals(running, body.path("runningCount").asLong(), group);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
    Organisation organisation = SmallOrganisation.of(7);
    InventoryWriter.write(organisation, Fleet.of(organisation), again);
    assertEquals(SmallOrganisation.contents(folder), SmallOrganisation.contents(again));
    Organisation other = SmallOrganisation.of(8);
    InventoryWriter.write(other, Fleet.of(other), again);
    assertFalse(SmallOrganisation.contents(folder).equals(SmallOrganisation.contents(again)));
  }
}
