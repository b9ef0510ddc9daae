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

  private Bash.Result run(String... arguments) throws Exception {
    Map<String, String> environment = new HashMap<>();
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

  private static final String POLICY =
      """
      {"PolicyName":"cpu-target","PolicyType":"TargetTrackingScaling",
       "TargetTrackingScalingPolicyConfiguration":{"TargetValue":45,"DisableScaleIn":true,
        "PredefinedMetricSpecification":{
         "PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}}
      """;
}
