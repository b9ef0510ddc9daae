package ecsadvisor.jobs.source.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonParser;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.secret.SecretDetector;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedactedTreeTest {

  private static String redact(String json) throws IOException {
    try (JsonParser parser = StrictJson.FACTORY.createParser(json.replace('\'', '"'))) {
      parser.nextToken();
      return new RedactedTree(SecretDetector.builtIn()).read(parser).toString().replace('"', '\'');
    }
  }

  @Test
  void environmentKeepsItsNamesOnly() throws IOException {
    assertEquals(
        "{'name':'app','environment':[{'name':'PASSWORD'},{'name':'A'}]}",
        redact(
            "{'name':'app','environment':[{'name':'PASSWORD','value':'hunter2'},"
                + "{'value':'hunter2','name':'A'}]}"));
  }

  @Test
  void otherCasingAndMapsAreRedactedToo() throws IOException {
    assertEquals(
        "{'Environment':[{'name':'P'}],'DockerLabels':[{'name':'l'}]}",
        redact("{'Environment':[{'Name':'P','Value':'hunter2'}],'DockerLabels':{'l':'hunter2'}}"));
  }

  @Test
  void overridesOfTasksAreRedactedToo() throws IOException {
    String json =
        "{'overrides':{'containerOverrides':[{'name':'a','command':['--key=hunter2'],"
            + "'environment':[{'name':'P','value':'hunter2'}]}]}}";
    assertFalse(redact(json).contains("hunter2"));
  }

  @Test
  void secretsKeepNameAndArn() throws IOException {
    assertEquals(
        "{'secrets':[{'name':'A','valueFrom':'arn:aws:ssm:x'},{'name':'B'}]}",
        redact(
            "{'secrets':[{'name':'A','valueFrom':'arn:aws:ssm:x'},"
                + "{'name':'B','valueFrom':'hunter2'}]}"));
  }

  @Test
  void logOptionsKeepTheirNamesAndSecretOptionsNothing() throws IOException {
    assertEquals(
        "{'logConfiguration':{'logDriver':'splunk','options':{'awslogs-group':'g','splunk-token':''}}}",
        redact(
            "{'logConfiguration':{'logDriver':'splunk','options':{'awslogs-group':'g',"
                + "'splunk-token':'hunter2'},'secretOptions':[{'name':'hunter2'}]}}"));
  }

  @Test
  void commandLeavesOnlyTheFiguresOfTheHeap() throws IOException {
    assertEquals(
        "{'command':[],'jvm':{'maxHeapMiB':768.0}}",
        redact("{'command':['java','-Xmx768m','-Dpassword=hunter2','-jar','app.jar']}"));
    assertEquals(
        "{'entryPoint':[],'command':[]}", redact("{'entryPoint':['sh'],'command':['run']}"));
  }

  @Test
  void heapFiguresOfTheEnvironmentAreFound() throws IOException {
    assertEquals(
        "{'environment':[{'name':'JAVA_TOOL_OPTIONS'}],'jvm':{'maxRamPercentage':75.5}}",
        redact(
            "{'environment':[{'name':'JAVA_TOOL_OPTIONS',"
                + "'value':'-XX:MaxRAMPercentage=75.5 -Dsecret=hunter2'}]}"));
    assertEquals(
        "{'environment':[{'name':'JAVA_OPTS'}],'jvm':{'maxHeapMiB':2048.0}}",
        redact("{'environment':[{'name':'JAVA_OPTS','value':'-Xms1g -Xmx1g -Xmx2G'}]}"));
  }

  @Test
  void figureThatTheJvmHeedsCounts() throws IOException {
    String json =
        "{'environment':[{'name':'_JAVA_OPTIONS','value':'%s'},"
            + "{'name':'JAVA_TOOL_OPTIONS','value':'-Xmx1g'}],'command':['java -Xmx2g -jar a']}";
    assertEquals(
        "{'maxHeapMiB':3072.0}", redact(json.formatted("-Xmx3g")).replaceAll(".*'jvm':|}$", ""));
    assertEquals("{'maxHeapMiB':2048.0}", redact(json.formatted("")).replaceAll(".*'jvm':|}$", ""));
  }

  @Test
  void jvmWithoutFiguresIsHintedAt() throws IOException {
    assertEquals(
        "{'command':[],'jvm':{}}", redact("{'command':['/usr/bin/java','-cp','x','Main']}"));
  }

  @Test
  void configurationInATextIsParsedAndRedacted() throws IOException {
    assertEquals(
        "{'configuration':{'Environment':[{'name':'P'}]}}",
        redact(
            "{'configuration':'{\\'Environment\\':[{\\'Name\\':\\'P\\',\\'Value\\':\\'hunter2\\'}]}'}"));
  }

  @Test
  void otherValuesStayAsTheyAre() throws IOException {
    String json = "{'a':[1,-2.5,true,null,'x',{'b':[]}],'big':123456789012345678901234567890}";
    assertEquals(json, redact(json));
  }
}
