package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.Step;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs apply.sh, then rollback.sh, against an emulated AWS: everything is as it was before. With
 * {@code -Decsadvisor.awsCli=true} the AWS CLI of the machine is used instead of the small
 * stand-in.
 */
class RoundTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "hunter2-never-on-disk";

  @TempDir Path folder;
  @TempDir Path programs;
  @TempDir Path temporary;
  private final Map<String, String> choices = new HashMap<>();
  private EmulatedAws aws;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(Bash.has("jq", "curl"), "jq and curl are needed");
    aws = new EmulatedAws(object(SERVICE), object(TASK_DEFINITION));
    if (Boolean.getBoolean("ecsadvisor.awsCli")) {
      assumeTrue(Bash.has("aws"), "the AWS CLI is needed");
      return;
    }
    Path stub = programs.resolve("aws");
    Files.copy(Path.of("src/test/resources/patch/aws"), stub, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void stop() {
    if (aws != null) {
      aws.close();
    }
  }

  @Test
  void aResizeIsUndone() throws Exception {
    assertRoundTrip(Proposals.RESIZE);
  }

  @Test
  void aResizeChangesSizesAndKeepsTheRest() throws Exception {
    apply(Proposals.patch(Proposals.RESIZE));
    ObjectNode revised = (ObjectNode) aws.state().get("taskDefinition");
    ObjectNode expected = object(TASK_DEFINITION);
    expected.remove(List.of("taskDefinitionArn", "revision", "status", "requiresAttributes"));
    expected.put("cpu", "512").put("memory", "1024");
    expected
        .putObject("runtimePlatform")
        .put("operatingSystemFamily", "LINUX")
        .put("cpuArchitecture", "ARM64");
    ((ObjectNode) expected.get("containerDefinitions").get(0)).put("cpu", 384).put("memory", 768);
    assertEquals(expected, revised);
  }

  @Test
  void noFileHoldsAValueOfTheEnvironmentAfterwards() throws Exception {
    apply(Proposals.patch(Proposals.RESIZE));
    rollback();
    for (Path place : List.of(folder, temporary)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertTrue(!Files.readString(file, UTF_8).contains(SECRET), file.toString());
        }
      }
    }
  }

  @Test
  void aRevisionDeployedSinceIsNotRolledBack() throws Exception {
    apply(Proposals.patch(Proposals.RESIZE));
    ObjectNode newer = aws.taskDefinition(arn(8)).deepCopy();
    newer.put("taskDefinitionArn", arn(9)).put("memory", "2048");
    aws.taskDefinitions.put(arn(9), newer);
    aws.service.put("taskDefinition", arn(9));
    Bash.Result result = run("rollback.sh");
    assertEquals(1, result.status());
    assertTrue(result.error().startsWith("Another revision was deployed since"), result.error());
    assertEquals(0, run("rollback.sh", "--force").status());
    assertEquals(arn(7), aws.service.get("taskDefinition").textValue());
  }

  @Test
  void aSecuredServiceIsUndone() throws Exception {
    choose();
    assertRoundTrip(SecurityProposals.TASK, SecurityProposals.SETTINGS);
  }

  @Test
  void settingsAloneAreUndone() throws Exception {
    choose();
    assertRoundTrip(SecurityProposals.SETTINGS);
  }

  @Test
  void sizesAndFixesAreOneRevisionAndOneDeployment() throws Exception {
    choose();
    apply(Proposals.patch(SecurityProposals.SETTINGS, SecurityProposals.TASK, Proposals.RESIZE));
    assertEquals(List.of("RegisterTaskDefinition", "UpdateService"), aws.changes());
    ObjectNode revised = (ObjectNode) aws.state().get("taskDefinition");
    assertEquals("512", revised.get("cpu").textValue());
    assertEquals(768, revised.get("containerDefinitions").get(0).get("memory").asInt());
    assertEquals("1000:1000", revised.get("containerDefinitions").get(0).get("user").asText());
  }

  @Test
  void everyEditOfATaskIsMadeAndTheRestStays() throws Exception {
    choose();
    ObjectNode definition = aws.taskDefinition(arn(7));
    definition.setAll(object(INSECURE));
    apply(Proposals.patch(SecurityProposals.TASK));
    ObjectNode revised = (ObjectNode) aws.state().get("taskDefinition");
    assertEquals(object(SECURED), revised.retain(List.copyOf(names(object(SECURED)))));
  }

  @Test
  void everySettingOfTheServiceIsMadeAndTheRestStays() throws Exception {
    choose();
    apply(Proposals.patch(SecurityProposals.SETTINGS));
    ObjectNode expected =
        object(
            """
            {"networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-1","subnet-2"],
              "securityGroups":["sg-1"],"assignPublicIp":"DISABLED"}},
             "platformVersion":"LATEST","availabilityZoneRebalancing":"ENABLED",
             "deploymentConfiguration":{"maximumPercent":200,"minimumHealthyPercent":100,
              "deploymentCircuitBreaker":{"enable":true,"rollback":true}}}
            """);
    assertEquals(expected, aws.service.deepCopy().retain(List.copyOf(names(expected))));
  }

  @Test
  void nothingChangesBeforePeopleHaveDecided() throws Exception {
    Bash.write(Proposals.patch(SecurityProposals.SETTINGS), folder);
    Bash.Result result = run("apply.sh");
    assertNotEquals(0, result.status());
    assertTrue(result.error().contains("Set SUBNETS to the subnets to run in"), result.error());
    assertEquals(List.of(), aws.calls());
  }

  @Test
  void aSecretItselfIsNoNameOfASecret() throws Exception {
    choices.put("SECRET_1", SECRET);
    Bash.write(Proposals.patch(SecurityProposals.SECRET), folder);
    Bash.Result result = run("apply.sh");
    assertEquals(1, result.status());
    assertTrue(!result.error().contains(SECRET), result.error());
    assertEquals(List.of(), aws.calls());
    assertTrue(!Files.exists(folder.resolve("recorded")));
  }

  @Test
  void aVariableMovesToItsSecretAndItsValueIsNowhere() throws Exception {
    choose();
    apply(Proposals.patch(SecurityProposals.SECRET));
    ObjectNode container =
        (ObjectNode) aws.state().get("taskDefinition").get("containerDefinitions").get(0);
    assertEquals("[]", container.get("environment").toString());
    assertEquals(
        "[{\"name\":\"PASSWORD\",\"valueFrom\":\"" + STORED + "\"}]",
        container.get("secrets").toString());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertTrue(!Files.readString(file, UTF_8).contains(SECRET), file.toString());
      }
    }
  }

  @Test
  void settingsChangedSinceAreNotRolledBack() throws Exception {
    choose();
    apply(Proposals.patch(SecurityProposals.SETTINGS));
    aws.service.put("platformVersion", "1.3.0");
    Bash.Result result = run("rollback.sh");
    assertEquals(1, result.status());
    assertTrue(result.error().startsWith("The settings of the service"), result.error());
    assertEquals(0, run("rollback.sh", "--force").status());
    assertEquals("1.4.0", aws.service.get("platformVersion").asText());
  }

  @Test
  void aRollbackWithoutAnApplyChangesNothing() throws Exception {
    Bash.write(Proposals.patch(SecurityProposals.SETTINGS), folder);
    assertEquals(1, run("rollback.sh").status());
    assertEquals(List.of(), aws.changes());
  }

  @Test
  void whatIsSoAlreadyIsNotRecordedAgain() throws Exception {
    choose();
    ObjectNode before = aws.state();
    apply(Proposals.patch(SecurityProposals.SETTINGS));
    assertEquals(1, run("apply.sh").status());
    rollback();
    assertEquals(before, aws.state());
  }

  @Test
  void aCountIsUndone() throws Exception {
    assertRoundTrip(Proposals.COUNT);
  }

  @Test
  void aStrategyGoesBackToTheLaunchType() throws Exception {
    assertRoundTrip(Proposals.SPOT);
  }

  @Test
  void aPlacementIsUndone() throws Exception {
    assertRoundTrip(Proposals.PLACEMENT);
  }

  @Test
  void newScalingIsUndoneWithItsCount() throws Exception {
    Step narrow =
        new Step.TrackTarget(
            null,
            new Step.Bounds(1, 2),
            "cpu-target",
            "ECSServiceAverageCPUUtilization",
            null,
            60,
            60,
            300);
    assertRoundTrip(narrow);
  }

  @Test
  void tunedScalingIsUndoneWithWhatTheProposalDoesNotKnow() throws Exception {
    ObjectNode target = object("{\"MinCapacity\":3,\"MaxCapacity\":12}");
    identify(target);
    aws.target = target;
    ObjectNode policy = object(POLICY);
    identify(policy);
    aws.policies.put("cpu-target", policy);
    assertRoundTrip(Proposals.TUNE);
  }

  @Test
  void aScheduleIsUndone() throws Exception {
    assertRoundTrip(Proposals.SCHEDULE);
  }

  @Test
  void aScheduleIsUndoneWithinItsWindow() throws Exception {
    ObjectNode before = aws.state();
    apply(Proposals.patch(Proposals.SCHEDULE));
    ObjectNode asleep = Objects.requireNonNull(aws.target);
    asleep.put("MinCapacity", 0).put("MaxCapacity", 0);
    aws.service.put("desiredCount", 0);
    rollback();
    assertEquals(before, aws.state());
  }

  @Test
  void severalStepsAreUndoneInReverse() throws Exception {
    assertRoundTrip(Proposals.RESIZE, Proposals.SPOT, Proposals.TRACK);
  }

  @Test
  void nothingChangesWhereTheStateIsNotTheRecordedOne() throws Exception {
    aws.service.put("desiredCount", 7);
    ObjectNode before = aws.state();
    Bash.write(Proposals.patch(Proposals.SPOT, Proposals.COUNT), folder);
    Bash.Result result = run("apply.sh");
    assertEquals(1, result.status());
    assertEquals(
        "The desired count: recorded was 4, found is 7. Nothing was changed; take fresh advice.\n",
        result.error());
    assertEquals(before, aws.state());
    assertEquals(List.of(), aws.changes());
  }

  @Test
  void nothingChangesInAnotherAccount() throws Exception {
    PatchSubject subject = Proposals.subject();
    PatchSubject other =
        new PatchSubject(
            subject.recommendationId(),
            subject.controlId(),
            "999988887777",
            subject.region(),
            subject.clusterName(),
            subject.serviceName(),
            subject.serviceArn(),
            subject.resourceType(),
            subject.resourceId(),
            subject.resourceArn(),
            null);
    Bash.write(PatchWriter.patch(other, Proposals.proposal(List.of(Proposals.COUNT))), folder);
    assertEquals(1, run("apply.sh").status());
    assertEquals(List.of(), aws.calls());
  }

  @Test
  void aRollbackAfterHalfAnApplyRestoresAll() throws Exception {
    ObjectNode before = aws.state();
    Patch patch = Proposals.patch(Proposals.SPOT, Proposals.TRACK);
    Bash.write(patch, folder);
    Path put = folder.resolve("2-put-scaling-policy.json");
    Files.writeString(put, "not JSON", UTF_8);
    assertNotEquals(0, run("apply.sh").status());
    assertNotEquals(before, aws.state());
    rollback();
    assertEquals(before, aws.state());
  }

  @Test
  void hostileNamesReachAwsAsTheyAre() throws Exception {
    String name = "we'b\n$(touch pwned)`touch pwned`\"; touch pwned #\u202e%{x}${y}\\";
    aws.service.put("serviceName", name);
    PatchSubject subject = Proposals.subject();
    PatchSubject hostile =
        new PatchSubject(
            subject.recommendationId(),
            subject.controlId(),
            subject.accountId(),
            subject.region(),
            "-c file:///etc/passwd",
            name,
            subject.serviceArn(),
            subject.resourceType(),
            name,
            subject.resourceArn(),
            null);
    ObjectNode before = aws.state();
    Bash.write(
        PatchWriter.patch(hostile, Proposals.proposal(List.of(Proposals.COUNT, Proposals.TRACK))),
        folder);
    // The second step expects what the first has not yet changed; both pass.
    assertEquals(new Bash.Result(0, "Done. To undo: bash rollback.sh\n", ""), run("apply.sh"));
    assertNotEquals(before, aws.state());
    rollback();
    assertEquals(before, aws.state());
    assertTrue(!Files.exists(folder.resolve("pwned")));
  }

  private void assertRoundTrip(Step... steps) throws Exception {
    ObjectNode before = aws.state();
    apply(Proposals.patch(steps));
    ObjectNode applied = aws.state();
    assertNotEquals(before, applied);
    rollback();
    assertEquals(before, aws.state());
    rollback();
    assertEquals(before, aws.state());
  }

  private void apply(Patch patch) throws Exception {
    Bash.write(patch, folder);
    assertEquals(new Bash.Result(0, "Done. To undo: bash rollback.sh\n", ""), run("apply.sh"));
  }

  private void rollback() throws Exception {
    assertEquals(new Bash.Result(0, "Done.\n", ""), run("rollback.sh"));
  }

  /** What people decide. */
  private void choose() {
    choices.put("SUBNETS", "subnet-1,subnet-2");
    choices.put("SECURITY_GROUPS", "sg-1");
    choices.put("TASK_ROLE_ARN", "arn:aws:iam::111122223333:role/web");
    choices.put("SECRET_1", STORED);
    choices.put("MEMORY_MIB_1", "1000");
    choices.put("ULIMIT_1", "4096");
    choices.put("LOG_GROUP", "/ecs/web");
    choices.put("TAG_KEY", "owner");
    choices.put("TAG_VALUE", "shop");
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Bash.Result run(String... arguments) throws Exception {
    Map<String, String> environment = new HashMap<>(choices);
    environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
    environment.put("TMPDIR", temporary.toString());
    environment.put("AWS_ENDPOINT_URL", aws.url());
    environment.put("AWS_ACCESS_KEY_ID", "none");
    environment.put("AWS_SECRET_ACCESS_KEY", "none");
    return Bash.run(folder, environment, arguments);
  }

  private static void identify(ObjectNode node) {
    node.put("ServiceNamespace", "ecs")
        .put("ResourceId", "service/shop/web")
        .put("ScalableDimension", "ecs:service:DesiredCount");
  }

  private static String arn(int revision) {
    return "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:" + revision;
  }

  private static ObjectNode object(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json);
  }

  private static final String SERVICE =
      """
      {"serviceName":"web","launchType":"FARGATE","desiredCount":4,"status":"ACTIVE",
       "platformVersion":"1.4.0","availabilityZoneRebalancing":"DISABLED",
       "networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-9"],
        "securityGroups":["sg-9"],"assignPublicIp":"ENABLED"}},
       "deploymentConfiguration":{"maximumPercent":100,"minimumHealthyPercent":0},
       "taskDefinition":"arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7",
       "placementStrategy":[{"type":"spread","field":"attribute:ecs.availability-zone"}]}
      """;

  private static final String TASK_DEFINITION =
      """
      {"taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7",
       "family":"web","revision":7,"status":"ACTIVE","cpu":"1024","memory":"2048",
       "requiresAttributes":[{"name":"ecs.capability.execution-role-awslogs"}],
       "networkMode":"awsvpc","requiresCompatibilities":["FARGATE"],
       "containerDefinitions":[
        {"name":"app","image":"web:1","cpu":896,"memory":1792,"essential":true,
         "environment":[{"name":"PASSWORD","value":"%s"}]},
        {"name":"sidecar","image":"envoy:1","cpu":128,"memory":256}],
       "tags":[{"key":"team","value":"shop"}]}
      """
          .formatted(SECRET);

  private static final String STORED =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:web/password-AbCdEf";

  private static final String INSECURE =
      """
      {"networkMode":"host","pidMode":"host","taskRoleArn":"arn:aws:iam::111122223333:role/all",
       "volumes":[{"name":"data","efsVolumeConfiguration":{"fileSystemId":"fs-1",
         "authorizationConfig":{"accessPointId":"fsap-1"}}},
        {"name":"etc","host":{"sourcePath":"/etc"}}],
       "containerDefinitions":[
        {"name":"app","image":"web:1","privileged":true,"links":["sidecar"],
         "portMappings":[{"containerPort":80,"hostPort":80},{"containerPort":81,"hostPort":81}],
         "mountPoints":[{"sourceVolume":"etc","containerPath":"/etc","readOnly":false},
          {"sourceVolume":"etc","containerPath":"/PASSWORD"}],
         "linuxParameters":{"initProcessEnabled":true,
          "capabilities":{"add":["SYS_ADMIN","NET_RAW"]},
          "devices":[{"hostPath":"/dev/PASSWORD"},{"hostPath":"/dev/fuse"}]},
         "dockerSecurityOptions":["PASSWORD","label:role:x"],
         "ulimits":[{"name":"nofile","softLimit":1024,"hardLimit":-1},
          {"name":"nproc","softLimit":-1,"hardLimit":-1},
          {"name":"core","softLimit":0,"hardLimit":0}],
         "environment":[{"name":"MODE","value":"x"},{"name":"PASSWORD","value":"y"}],
         "secrets":[{"name":"OTHER","valueFrom":"arn:aws:ssm:eu-west-1:1:parameter/x"}]},
        {"name":"sidecar","image":"envoy:1","privileged":true}]}
      """;

  private static final String SECURED =
      """
      {"networkMode":"awsvpc","taskRoleArn":"arn:aws:iam::111122223333:role/web",
       "volumes":[{"name":"data","efsVolumeConfiguration":{"fileSystemId":"fs-1",
         "authorizationConfig":{"accessPointId":"fsap-1","iam":"ENABLED"},
         "transitEncryption":"ENABLED"}},
        {"name":"etc","host":{"sourcePath":"/etc"}}],
       "containerDefinitions":[
        {"name":"app","image":"web:1","privileged":false,
         "portMappings":[{"containerPort":80},{"containerPort":81}],
         "mountPoints":[{"sourceVolume":"etc","containerPath":"/etc","readOnly":true}],
         "linuxParameters":{"initProcessEnabled":true,"capabilities":{"add":["NET_RAW"]},
          "devices":[{"hostPath":"/dev/fuse"}]},
         "dockerSecurityOptions":["label:role:x"],
         "ulimits":[{"name":"nofile","softLimit":1024,"hardLimit":65535},
          {"name":"nproc","softLimit":4096,"hardLimit":4096},
          {"name":"core","softLimit":0,"hardLimit":0}],
         "environment":[{"name":"MODE","value":"x"}],
         "secrets":[{"name":"OTHER","valueFrom":"arn:aws:ssm:eu-west-1:1:parameter/x"},
          {"name":"PASSWORD","valueFrom":"%s"}],
         "readonlyRootFilesystem":true,"user":"1000:1000","memory":1000,
         "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/web",
          "awslogs-region":"eu-west-1","awslogs-stream-prefix":"ecs","mode":"non-blocking",
          "max-buffer-size":"25m"}}},
        {"name":"sidecar","image":"envoy:1","privileged":true}],
       "tags":[{"key":"team","value":"shop"},{"key":"owner","value":"shop"}]}
      """
          .formatted(STORED);

  private static final String POLICY =
      """
      {"PolicyName":"cpu-target","PolicyType":"TargetTrackingScaling",
       "TargetTrackingScalingPolicyConfiguration":{"TargetValue":45,"DisableScaleIn":true,
        "PredefinedMetricSpecification":{
         "PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}}
      """;
}
