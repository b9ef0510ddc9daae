package ecsadvisor.jobs.source.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InventoryReaderTest {
  private static final String SERVICE_ARN = "arn:aws:ecs:eu-west-1:111122223333:service/c/s";
  private static final String SERVICE_NAME = "ecs-service 111122223333 eu-west-1 " + SERVICE_ARN;

  private static String envelope(String kind, String arn, String body) {
    return """
        {"schemaVersion":1,"kind":"%s","accountId":"111122223333","region":"eu-west-1",\
        "collectedAt":"2026-11-20T00:00:00Z","arn":"%s","body":%s}"""
        .formatted(kind, arn, body);
  }

  private static String configItem(String arn, String status, String configuration) {
    return """
        {"configurationItemVersion":"1.3","configurationItemCaptureTime":\
        "2026-11-19T10:00:00.000Z","awsAccountId":"111122223333","awsRegion":"eu-west-1",\
        "configurationItemStatus":"%s","resourceType":"AWS::ECS::Service","resourceId":"%s",\
        "ARN":"%s","configuration":%s,"tags":{"team":"a"},"supplementaryConfiguration":{}}"""
        .formatted(status, arn, arn, configuration);
  }

  @Test
  void envelopesAreReadLineByLine() {
    Read read =
        Read.of(
            envelope("ecs-service", SERVICE_ARN, "{\"serviceName\":\"s\"}")
                + "\n\n"
                + envelope("manifest", "", "{\"api\":\"ecs:ListServices\",\"complete\":true}"));
    assertEquals("ENVELOPES", read.quality().kind());
    assertEquals(
        List.of(SERVICE_NAME, "manifest 111122223333 eu-west-1 ecs:ListServices"), read.names());
    assertEquals(Instant.parse("2026-11-20T00:00:00Z"), read.items().get(0).collectedAt());
    assertEquals("{\"serviceName\":\"s\"}", read.items().get(0).body());
    assertEquals(2, read.quality().rowsUsed());
  }

  @Test
  void imagesOfARepositoryStayApartWhateverTheirEnvelopeNames() {
    String repository = "arn:aws:ecr:eu-west-1:111122223333:repository/r";
    String body = "{\"registryId\":\"1\",\"repositoryName\":\"r\",\"imageDigest\":\"%s\"}";
    assertEquals(
        List.of(
            "ecr-image 111122223333 eu-west-1 1|r|a",
            "ecr-image 111122223333 eu-west-1 1|r|b",
            "ecr-image 111122223333 eu-west-1 " + repository),
        Read.of(
                String.join(
                    "\n",
                    envelope("ecr-image", repository, body.formatted("a")),
                    envelope("ecr-image", "", body.formatted("b")),
                    envelope("ecr-image", repository, "{}")))
            .names());
  }

  @Test
  void gzipIsRecognisedByContent() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(envelope("ecs-service", SERVICE_ARN, "{}").getBytes(UTF_8));
    }
    assertEquals(List.of(SERVICE_NAME), Read.of("file:/x", bytes.toByteArray()).names());
  }

  @Test
  void unknownKindsAreCountedAndNamed() {
    Read read =
        Read.of(
            String.join(
                "\n",
                envelope("ecs-daemon", "x", "{}"),
                envelope("Hunter2!", "x", "{}"),
                envelope("ecs-service", SERVICE_ARN, "{}")));
    assertEquals(List.of(SERVICE_NAME), read.names());
    assertEquals(
        Map.of("unknown kind ecs-daemon", 1L, "unknown kind", 1L), read.quality().reasons());
    assertEquals(0, read.quality().rowsBad());
  }

  @Test
  void brokenEnvelopeHarmsNoOtherAndIsNotEchoed() {
    String good = envelope("ecs-service", SERVICE_ARN, "{}");
    Read read =
        Read.of(
            String.join(
                "\n",
                good,
                good.substring(0, good.length() - 5),
                "hunter2",
                good + "{}",
                good.replace("\"body\":{}", "\"body\":[]"),
                good.replace("\"schemaVersion\":1", "\"schemaVersion\":2"),
                good));
    assertEquals(List.of(SERVICE_NAME, SERVICE_NAME), read.names());
    assertEquals(
        Map.of(
            "malformed JSON (first at line 2)", 3L,
            "envelope without body or collectedAt (first at line 5)", 1L,
            "schemaVersion is not 1 (first at line 6)", 1L),
        read.quality().reasons());
  }

  @Test
  void everyKindOfTheContractIsKnown() {
    List<String> kinds =
        List.of(
            ("ecs-cluster ecs-service ecs-task-definition ecs-task ecs-container-instance"
                    + " ecs-capacity-provider ecs-task-set autoscaling-target autoscaling-policy"
                    + " autoscaling-scheduled-action elbv2-load-balancer elbv2-listener"
                    + " elbv2-rule elbv2-target-group elbv2-attributes ecr-repository"
                    + " ecr-lifecycle-policy ecr-image ec2-instance ec2-instance-type ec2-subnet"
                    + " ec2-route-table ec2-security-group ec2-network-acl"
                    + " ec2-network-interface ec2-flow-log ec2-vpc-endpoint ec2-nat-gateway"
                    + " ec2-volume iam-authorization-details iam-password-policy"
                    + " cloudtrail-trail cloudtrail-status cloudtrail-event-selectors"
                    + " guardduty-detector guardduty-coverage cloudwatch-alarm logs-log-group"
                    + " efs-file-system efs-backup-policy backup-plan backup-selection"
                    + " backup-protected-resource cloudformation-stack"
                    + " wafv2-web-acl-association config-recorder securityhub-standard"
                    + " budgets-budget ce-anomaly-monitor ce-anomaly-subscription"
                    + " ce-cost-allocation-tag manifest")
                .split(" ", -1));
    for (String kind : kinds) {
      assertEquals(1, Read.of(envelope(kind, "x", "{}")).items().size(), kind);
    }
  }

  @Test
  void outputOfTheCommandLineIsReadWithItsFailures() {
    Read read =
        Read.of(
            """
            {
              "services": [
                {"serviceName": "s", "serviceArn": "%s"}
              ],
              "failures": [{"arn": "hunter2", "reason": "MISSING"}]
            }
            """
                .formatted(SERVICE_ARN));
    assertEquals("ANSWERS", read.quality().kind());
    assertEquals(List.of(SERVICE_NAME), read.names());
    assertEquals(Map.of("failure reported by AWS: MISSING", 1L), read.quality().reasons());
    assertEquals(Instant.EPOCH, read.items().get(0).collectedAt());
  }

  @Test
  void tagsBesideATaskDefinitionBelongToIt() {
    String arn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/f:3";
    Read read =
        Read.of(
            "{\"taskDefinition\":{\"taskDefinitionArn\":\"%s\"},\"tags\":[{\"key\":\"k\"}]}"
                .formatted(arn));
    assertEquals(
        "{\"taskDefinitionArn\":\"" + arn + "\",\"tags\":[{\"key\":\"k\"}]}",
        read.items().get(0).body());
  }

  @Test
  void answersOfOtherServicesAreReadToo() {
    assertEquals(
        List.of(
            "autoscaling-target 111122223333 eu-west-1 ecs|service/c/s|ecs:service:DesiredCount"),
        Read.of(
                "file:/d/account=111122223333/region=eu-west-1/date=2026-11-20/x",
                """
                {"ScalableTargets":[{"ServiceNamespace":"ecs","ResourceId":"service/c/s",\
                "ScalableDimension":"ecs:service:DesiredCount"}]}"""
                    .getBytes(UTF_8))
            .names());
    assertEquals(
        List.of("ec2-instance   i-1", "ec2-instance   i-2"),
        Read.of(
                """
                {"Reservations":[{"Instances":[{"InstanceId":"i-1"}]},\
                {"Instances":[{"InstanceId":"i-2"}]}]}""")
            .names());
  }

  @Test
  void rolesAndPoliciesOfOneAnswerAreReadEach() {
    assertEquals(
        List.of(
            "iam-authorization-details 111122223333  arn:aws:iam::111122223333:role/r",
            "iam-authorization-details 111122223333  arn:aws:iam::111122223333:policy/p"),
        Read.of(
                """
                {"UserDetailList":[],"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/r"}],\
                "Policies":[{"Arn":"arn:aws:iam::111122223333:policy/p"}]}""")
            .names());
  }

  @Test
  void pagesOfIdentitiesAreToldApart() {
    String envelope =
        """
        {"kind":"iam-authorization-details","accountId":"111122223333","region":"us-east-1",\
        "collectedAt":"2026-11-20T00:00:00Z","body":{"RoleDetailList":[{"Arn":"%s"}]}}
        """;
    assertEquals(
        List.of(
            "iam-authorization-details 111122223333 us-east-1 page of a",
            "iam-authorization-details 111122223333 us-east-1 page of b"),
        Read.of(envelope.formatted("a") + envelope.formatted("b")).names());
  }

  @Test
  void dateOfThePathIsTheTimeOfAnAnswer() {
    Read read =
        Read.of(
            "file:/d/date=2026-11-20/x",
            ("{\"services\":[{\"serviceArn\":\"" + SERVICE_ARN + "\"}]}").getBytes(UTF_8));
    assertEquals(Instant.parse("2026-11-20T00:00:00Z"), read.items().get(0).collectedAt());
  }

  @Test
  void bothDialectsOfConfigAreRead() {
    String configuration = "{\"ServiceArn\":\"%s\",\"ServiceName\":\"s\"}".formatted(SERVICE_ARN);
    String object = configItem(SERVICE_ARN, "OK", configuration);
    String text =
        object
            .replace(
                "\"configuration\":" + configuration,
                "\"configuration\":\"" + configuration.replace("\"", "\\\"") + "\"")
            .replace("awsAccountId", "accountId")
            .replace("\"ARN\"", "\"arn\"");
    String body =
        configuration.replace("\"s\"}", "\"s\",\"tags\":[{\"key\":\"team\",\"value\":\"a\"}]}");
    for (String item : List.of(object, text)) {
      Read read = Read.of("{\"fileVersion\":\"1.0\",\"configurationItems\":[%s]}".formatted(item));
      assertEquals("CONFIG", read.quality().kind());
      assertEquals(List.of(SERVICE_NAME), read.names());
      assertEquals(body, read.items().get(0).body());
      assertEquals(InventoryItem.Origin.CONFIG, read.items().get(0).origin());
    }
  }

  @Test
  void deletedItemOfConfigHasNoBody() {
    Read read =
        Read.of(
            "{\"configurationItems\":[%s]}"
                .formatted(configItem(SERVICE_ARN, "ResourceDeleted", "null")));
    assertEquals("", read.items().get(0).body());
  }

  @Test
  void otherTypesOfConfigAreIgnored() {
    Read read =
        Read.of(
            "{\"configurationItems\":[%s]}"
                .formatted(
                    configItem("x", "OK", "{}").replace("AWS::ECS::Service", "AWS::S3::Bucket")));
    assertEquals(List.of(), read.names());
    assertEquals(1, read.quality().rowsIgnored());
  }

  @Test
  void cutDocumentKeepsWhatWasRead() {
    Read read =
        Read.of(
            "{\"services\":[{\"serviceArn\":\"%s\"},\n{\"serviceArn\":\"hunter2"
                .formatted(SERVICE_ARN));
    assertEquals(List.of(SERVICE_NAME), read.names());
    assertEquals(1, read.quality().rowsBad());
    assertFalse(read.quality().toString().contains("hunter2"));
  }

  @Test
  void unknownContentIsOneBadRow() {
    for (String text : List.of("hunter2", "{\"a\":1}", "[]", "{\"a\":")) {
      Read read = Read.of(text);
      assertEquals(1, read.quality().rowsBad(), text);
      assertFalse(read.quality().toString().contains("hunter2"));
    }
  }

  @Test
  void deepNestingIsABadLine() {
    Read read =
        Read.of(
            envelope("ecs-service", SERVICE_ARN, "{\"a\":" + "[".repeat(5_000) + "}")
                + "\n"
                + envelope("ecs-service", SERVICE_ARN, "{}"));
    assertEquals(List.of(SERVICE_NAME), read.names());
    assertEquals(1, read.quality().rowsBad());
  }
}
