package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ecsadvisor.models.finding.SecurityStep;
import ecsadvisor.models.finding.SecurityStep.EditCluster;
import ecsadvisor.models.finding.SecurityStep.EditRepository;
import ecsadvisor.models.finding.SecurityStep.TurnOn;
import ecsadvisor.models.finding.Step;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs apply.sh, then rollback.sh of each step about something shared against canned answers: what
 * AWS is told, and that it is told what was before.
 */
class SharedRoundTripTest {
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
  private static final String ACL = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/x/1";
  private static final String CLUSTER = "arn:aws:ecs:eu-west-1:111122223333:cluster/shop";
  private static final String REDIRECT =
      "[{'Type':'redirect','RedirectConfig':{'Protocol':'HTTPS','Port':'443',"
          + "'StatusCode':'HTTP_301'}}]";
  private static final String FORWARD = "[{'Type':'forward','TargetGroupArn':'tg'}]";

  @TempDir Path folder;
  @TempDir Path programs;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Bash.has("jq"), "jq is needed");
    Path stub = programs.resolve("aws");
    Files.copy(Path.of("src/test/resources/patch/aws-shared"), stub);
    Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwx------"));
  }

  static Stream<Arguments> steps() {
    String listener = "{'ListenerArn':'thing','DefaultActions':";
    return Stream.of(
        Arguments.of(
            new EditCluster("thing", EditCluster.Edit.CONTAINER_INSIGHTS),
            "ecs update-cluster-settings {'cluster':'thing','settings':"
                + "[{'name':'containerInsights','value':'enabled'}]}",
            "ecs update-cluster-settings {'cluster':'thing','settings':"
                + "[{'name':'containerInsights','value':'disabled'}]}"),
        Arguments.of(
            new EditCluster("thing", EditCluster.Edit.EXEC_LOGGING),
            "ecs update-cluster {'cluster':'thing','configuration':{"
                + "'managedStorageConfiguration':{'kmsKeyId':'k'},"
                + "'executeCommandConfiguration':{'logging':'OVERRIDE','kmsKeyId':'"
                + KEY
                + "','logConfiguration':{'cloudWatchLogGroupName':'/exec'}}}}",
            "ecs update-cluster {'cluster':'thing','configuration':{"
                + "'managedStorageConfiguration':{'kmsKeyId':'k'},"
                + "'executeCommandConfiguration':{'logging':'DEFAULT'}}}"),
        Arguments.of(
            new EditRepository("thing", EditRepository.Edit.IMMUTABLE_TAGS),
            "ecr put-image-tag-mutability {'registryId':'111122223333',"
                + "'repositoryName':'thing','imageTagMutability':'IMMUTABLE'}",
            "ecr put-image-tag-mutability {'registryId':'111122223333',"
                + "'repositoryName':'thing','imageTagMutability':'MUTABLE'}"),
        Arguments.of(
            new EditRepository("thing", EditRepository.Edit.SCAN_ON_PUSH),
            "ecr put-image-scanning-configuration {'registryId':'111122223333',"
                + "'repositoryName':'thing','imageScanningConfiguration':{'scanOnPush':true}}",
            "ecr put-image-scanning-configuration {'registryId':'111122223333',"
                + "'repositoryName':'thing','imageScanningConfiguration':{'scanOnPush':false}}"),
        Arguments.of(
            new SecurityStep.TagResource(CLUSTER),
            "ecs tag-resource {'resourceArn':'"
                + CLUSTER
                + "','tags':[{'key':'owner','value':'me'}]}",
            "ecs untag-resource {'resourceArn':'" + CLUSTER + "','tagKeys':['owner']}"),
        Arguments.of(
            new SecurityStep.PutRetention("thing"),
            "logs put-retention-policy {'logGroupName':'thing','retentionInDays':30}",
            "logs delete-retention-policy {'logGroupName':'thing'}"),
        Arguments.of(
            new SecurityStep.SecureListener("thing"),
            "elbv2 create-listener {'LoadBalancerArn':'lb','DefaultActions':"
                + FORWARD
                + ",'Protocol':'HTTPS','Port':443,'SslPolicy':"
                + "'ELBSecurityPolicy-TLS13-1-2-2021-06','Certificates':[{'CertificateArn':"
                + "'arn:aws:acm:eu-west-1:111122223333:certificate/1'}]}\n"
                + "elbv2 create-rule {'ListenerArn':'created','Priority':7,'Actions':"
                + FORWARD
                + ",'Conditions':[{'Field':'host-header','HostHeaderConfig':{'Values':['a']}}]}\n"
                + "elbv2 modify-listener "
                + listener
                + REDIRECT
                + "}\nelbv2 modify-rule {'RuleArn':'rule','Actions':"
                + REDIRECT
                + "}",
            "elbv2 modify-listener "
                + listener
                + FORWARD
                + "}\nelbv2 modify-rule {'RuleArn':'rule','Actions':"
                + FORWARD
                + "}\nelbv2 delete-listener {}"),
        Arguments.of(
            new SecurityStep.AssociateWebAcl("thing"),
            "wafv2 associate-web-acl {'ResourceArn':'thing','WebACLArn':'" + ACL + "'}",
            "wafv2 disassociate-web-acl {'ResourceArn':'thing'}"),
        Arguments.of(
            new SecurityStep.BackUpFileSystem("thing"),
            "efs put-backup-policy {'FileSystemId':'thing','BackupPolicy':{'Status':'ENABLED'}}",
            "efs put-backup-policy {'FileSystemId':'thing','BackupPolicy':{'Status':'DISABLED'}}"),
        Arguments.of(
            new SecurityStep.ProtectInstances("thing"),
            "autoscaling update-auto-scaling-group {'AutoScalingGroupName':'g',"
                + "'NewInstancesProtectedFromScaleIn':true}\n"
                + "ecs update-capacity-provider {'name':'thing','autoScalingGroupProvider':{"
                + "'managedScaling':{'status':'ENABLED','targetCapacity':80},"
                + "'managedTerminationProtection':'ENABLED'}}",
            "ecs update-capacity-provider {'name':'thing','autoScalingGroupProvider':{"
                + "'managedScaling':{'status':'ENABLED','targetCapacity':80},"
                + "'managedTerminationProtection':'DISABLED'}}\n"
                + "autoscaling update-auto-scaling-group {'AutoScalingGroupName':'g',"
                + "'NewInstancesProtectedFromScaleIn':false}"),
        Arguments.of(
            new SecurityStep.CloseSecurityGroup("thing"),
            "ec2 authorize-security-group-ingress {'GroupId':'thing','IpPermissions':[{"
                + "'IpProtocol':'tcp','FromPort':80,'ToPort':80,'UserIdGroupPairs':["
                + "{'GroupId':'sg-7'}]}]}\n"
                + "ec2 revoke-security-group-ingress {'GroupId':'thing',"
                + "'SecurityGroupRuleIds':['sgr-1']}",
            "ec2 authorize-security-group-ingress {'GroupId':'thing','IpPermissions':[{"
                + "'IpProtocol':'tcp','FromPort':80,'ToPort':80,'IpRanges':[{"
                + "'CidrIp':'0.0.0.0/0','Description':'all'}]}]}"),
        Arguments.of(
            new SecurityStep.SetPasswordPolicy(14),
            "iam update-account-password-policy {'MinimumPasswordLength':16,"
                + "'MaxPasswordAge':90,'RequireSymbols':true,'RequireNumbers':true,"
                + "'RequireUppercaseCharacters':true,'RequireLowercaseCharacters':true,"
                + "'PasswordReusePrevention':24}",
            "iam update-account-password-policy {'MinimumPasswordLength':16,"
                + "'MaxPasswordAge':90}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.THREAT_DETECTION, ""),
            "guardduty create-detector {'Enable':true}\nguardduty update-detector {'Enable':true}",
            "guardduty delete-detector {}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.RUNTIME_MONITORING, "ECS_FARGATE_AGENT_MANAGEMENT"),
            "guardduty create-detector {'Enable':true}\nguardduty update-detector {'Features':["
                + "{'Name':'RUNTIME_MONITORING','Status':'ENABLED','AdditionalConfiguration':["
                + "{'Name':'ECS_FARGATE_AGENT_MANAGEMENT','Status':'ENABLED'}]}]}",
            "guardduty delete-detector {}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.SECURITY_HUB, ""),
            "securityhub enable-security-hub {'EnableDefaultStandards':true}",
            "securityhub disable-security-hub {}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.TRAIL, "thing"),
            "cloudtrail start-logging {'Name':'thing'}",
            "cloudtrail stop-logging {'Name':'thing'}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.TRAIL, ""),
            "cloudtrail create-trail {'Name':'management-events','IsMultiRegionTrail':true,"
                + "'IncludeGlobalServiceEvents':true,'EnableLogFileValidation':true,"
                + "'S3BucketName':'trails'}\n"
                + "cloudtrail start-logging {'Name':'management-events'}",
            "cloudtrail delete-trail {'Name':'management-events'}"),
        Arguments.of(
            new TurnOn(TurnOn.Guard.FLOW_LOGS, ""),
            "ec2 create-flow-logs {'ResourceIds':['vpc-1'],'ResourceType':'VPC',"
                + "'TrafficType':'ALL','LogDestinationType':'s3','LogDestination':'arn:aws:s3:::b'}",
            "ec2 delete-flow-logs {'FlowLogIds':['fl-1']}"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whatIsToldIsTakenBack(Step step, String applied, String undone) throws Exception {
    Bash.write(Proposals.patch(step), folder);
    assertEquals(
        new Bash.Result(0, "Done. To undo: bash rollback.sh\n", ""), run("apply.sh", "before"));
    assertEquals(applied.replace('\'', '"'), changes());
    Bash.Result result = run("rollback.sh", "after");
    assertEquals("", result.error());
    assertEquals(0, result.status());
    assertEquals(undone.replace('\'', '"'), changes());
  }

  @Test
  void whatIsSoAlreadyIsLeftAlone() throws Exception {
    Bash.write(
        Proposals.patch(new EditRepository("thing", EditRepository.Edit.IMMUTABLE_TAGS)), folder);
    Bash.Result result = run("apply.sh", "after");
    assertNotEquals(0, result.status());
    assertTrue(result.error().contains("already. Nothing was changed."), result.error());
    assertEquals("", changes());
  }

  /** What was told since this was asked last. */
  private String changes() throws Exception {
    Path calls = folder.resolve("calls");
    List<String> lines =
        Files.readAllLines(calls, UTF_8).stream()
            .filter(line -> !line.matches("(sts|\\S+ (describe|get|list)-).*"))
            .toList();
    Files.delete(calls);
    return String.join("\n", lines);
  }

  private Bash.Result run(String script, String state) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
    environment.put("CALLS", folder.resolve("calls").toString());
    environment.put("STATE", state);
    environment.put("EXEC_KEY_ARN", KEY);
    environment.put("EXEC_LOG_GROUP", "/exec");
    environment.put("WEB_ACL_ARN", ACL);
    environment.put("TAG_KEY", "owner");
    environment.put("TAG_VALUE", "me");
    environment.put("LOG_RETENTION_DAYS", "30");
    environment.put("CERTIFICATE_ARN", "arn:aws:acm:eu-west-1:111122223333:certificate/1");
    environment.put("SOURCE_GROUP", "sg-7");
    environment.put("TRAIL_BUCKET", "trails");
    environment.put("VPC_ID", "vpc-1");
    environment.put("FLOW_LOG_BUCKET_ARN", "arn:aws:s3:::b");
    return Bash.run(folder, environment, script);
  }
}
