package ecsadvisor.jobs.source.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** No value of a place that may hold a secret, nor a hash of it, is left after reading. */
class SecretsNeverSurviveTest {
  private static final String TASK_DEFINITION =
      """
      {'taskDefinitionArn':'arn:aws:ecs:us-east-1:111122223333:task-definition/web:1',
       'containerDefinitions':[{
         'name':'web','readonlyRootFilesystem':true,'dockerSecurityOptions':['no-new-privileges'],
         'environment':[{'name':'DB_PASSWORD','value':'C0'},{'name':'PLAIN','value':'C1'},
           {'name':'WRONG=C2','value':''},{'name':'URL','value':'postgres://a:C3@db/x'},
           {'name':'JSON','value':'{\\'password\\':\\'C4\\'}'},'C23',['C24'],{'C25':'C26'}],
         'secrets':[{'name':'S','valueFrom':'C5'}],
         'command':['app','--password=C6','C7'],'entryPoint':['sh','-c','export TOKEN=C8'],
         'dockerLabels':{'label':'C9'},
         'logConfiguration':{'logDriver':'splunk','options':{'splunk-token':'C10','mode':'blocking',
           'awslogs-group':'g','nested':{'deep':'C27'}},
           'secretOptions':[{'name':'x','valueFrom':'C11'}]},
         'firelensConfiguration':{'type':'fluentbit','options':{'apikey':'C12'}},
         'healthCheck':{'command':['CMD-SHELL','curl -u a:C13 localhost'],'interval':30},
         'systemControls':[{'namespace':'net.core.somaxconn','value':'C14'}]}],
       'volumes':[{'name':'v','dockerVolumeConfiguration':{'driverOpts':{'o':'password=C15'},
         'labels':{'l':'C16'}}}]}
      """;
  private static final String TASK =
      """
      {'taskArn':'arn:aws:ecs:us-east-1:111122223333:task/c/1',
       'overrides':{'containerOverrides':[{'name':'web','command':['C17'],'entryPoint':['C18'],
         'environment':[{'name':'P','value':'C19'}]}]}}
      """;
  private static final String STACK =
      """
      {'StackId':'arn:aws:cloudformation:us-east-1:111122223333:stack/s/1',
       'Parameters':[{'ParameterKey':'k','ParameterValue':'C20'}],
       'Outputs':[{'OutputKey':'k','OutputValue':'C21'}]}
      """;
  private static final String INSTANCE = "{'InstanceId':'i-0123456789abcdef0','UserData':'C22'}";
  private static final int CANARIES = 28;

  private static String canary(int i) {
    return "Zq7%02dKv9Xw3Lp5Tn8Rb2".formatted(i);
  }

  private static String json(String template) {
    String json = template.replace('\'', '"').replace("\n", " ");
    for (int i = CANARIES - 1; i >= 0; i--) {
      json = json.replace("C" + i, canary(i));
    }
    return json;
  }

  private static String envelope(String kind, String body) {
    return "{\"schemaVersion\":1,\"kind\":\"%s\",\"accountId\":\"111122223333\",\"region\":\"us-east-1\",\"collectedAt\":\"2026-11-20T00:00:00Z\",\"body\":%s}\n"
        .formatted(kind, json(body));
  }

  /** The keys as AWS Config spells them. */
  private static String pascalCase(String template) {
    StringBuilder pascal = new StringBuilder(template);
    for (int i = 0; i + 1 < pascal.length(); i++) {
      boolean key =
          pascal.charAt(i) == '\'' && "{, [\n".indexOf(i == 0 ? ' ' : pascal.charAt(i - 1)) >= 0;
      int end = pascal.indexOf("'", i + 1);
      if (key && end > 0 && end + 1 < pascal.length() && pascal.charAt(end + 1) == ':') {
        pascal.setCharAt(i + 1, Character.toUpperCase(pascal.charAt(i + 1)));
      }
    }
    return pascal.toString();
  }

  private static String config(String body, boolean asText) {
    String configuration = json(pascalCase(body));
    String written =
        asText
            ? "\"" + configuration.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
            : configuration;
    return ("{\"fileVersion\":\"1.0\",\"configurationItems\":[{\"configurationItemCaptureTime\":"
            + "\"2026-11-20T00:00:00Z\",\"configurationItemStatus\":\"OK\",\"resourceType\":"
            + "\"AWS::ECS::TaskDefinition\",\"awsAccountId\":\"111122223333\",\"awsRegion\":"
            + "\"us-east-1\",\"ARN\":\"arn:aws:ecs:us-east-1:111122223333:task-definition/web:1\","
            + "\"supplementaryConfiguration\":{\"x\":\"%s\"},\"configuration\":%s}]}")
        .formatted(canary(0), written);
  }

  private static void assertNothingSurvives(Read read) throws NoSuchAlgorithmException {
    String all = read.toString().toLowerCase(Locale.ROOT);
    for (int i = 0; i < CANARIES; i++) {
      for (String trace : traces(canary(i))) {
        assertFalse(all.contains(trace.toLowerCase(Locale.ROOT)), "canary " + i + " as " + trace);
      }
    }
  }

  private static List<String> traces(String canary) throws NoSuchAlgorithmException {
    List<String> traces = new ArrayList<>(List.of(canary));
    traces.add(Base64.getEncoder().withoutPadding().encodeToString(canary.getBytes(UTF_8)));
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(canary.getBytes(UTF_8));
      traces.add(HexFormat.of().formatHex(hash));
      traces.add(Base64.getEncoder().withoutPadding().encodeToString(hash));
      traces.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }
    return traces;
  }

  @Test
  void envelopesOfApisAreClean() throws NoSuchAlgorithmException {
    Read read =
        Read.of(
            envelope("ecs-task-definition", TASK_DEFINITION)
                + envelope("ecs-task", TASK)
                + envelope("cloudformation-stack", STACK)
                + envelope("ec2-instance", INSTANCE));
    assertEquals(4, read.items().size());
    assertNothingSurvives(read);
  }

  @Test
  void answersOfTheCommandLineAreClean() throws NoSuchAlgorithmException {
    Read read = Read.of("{\"taskDefinition\":" + json(TASK_DEFINITION) + "}");
    assertEquals(1, read.items().size());
    assertNothingSurvives(read);
  }

  @Test
  void itemsOfConfigAreCleanInBothDialects() throws NoSuchAlgorithmException {
    for (boolean asText : List.of(false, true)) {
      Read read = Read.of(config(TASK_DEFINITION, asText));
      assertEquals(1, read.items().size());
      assertNothingSurvives(read);
      assertTrue(read.items().get(0).body().contains("\"rule\":\"password-in-url\""));
    }
  }

  @Test
  void filesThatBreakOffAreClean() throws NoSuchAlgorithmException {
    String whole = envelope("ecs-task-definition", TASK_DEFINITION).strip();
    for (int length = 100; length < whole.length(); length += 37) {
      assertNothingSurvives(Read.of(whole.substring(0, length)));
      assertNothingSurvives(Read.of("{\"taskDefinition\":" + whole.substring(length)));
    }
  }

  @Test
  void whatChecksNeedStays() {
    String body = Read.of(envelope("ecs-task-definition", TASK_DEFINITION)).items().get(0).body();
    for (String kept :
        List.of(
            "\"readonlyRootFilesystem\":true",
            "\"dockerSecurityOptions\":[\"no-new-privileges\"]",
            "\"mode\":\"blocking\"",
            "\"awslogs-group\":\"g\"",
            "\"healthCheck\":{\"command\":[],\"interval\":30}",
            "{\"name\":\"DB_PASSWORD\"}")) {
      assertTrue(body.contains(kept), kept + " in " + body);
    }
  }
}
