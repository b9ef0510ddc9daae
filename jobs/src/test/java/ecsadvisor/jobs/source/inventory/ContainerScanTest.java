package ecsadvisor.jobs.source.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.secret.SecretDetector;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContainerScanTest {
  private static final String STRONG = "7Gh2kLm9Qw4zXc6V";

  private static JsonNode container(String json) throws IOException {
    String body = ("{'containerDefinitions':[" + json + "]}").replace('\'', '"');
    try (JsonParser parser = StrictJson.FACTORY.createParser(body)) {
      parser.nextToken();
      return new RedactedTree(SecretDetector.builtIn())
          .read(parser)
          .path("containerDefinitions")
          .path(0);
    }
  }

  private static String hits(String json) throws IOException {
    StringBuilder hits = new StringBuilder();
    for (JsonNode hit : container(json).path("secretHits")) {
      hits.append(hit.path("place").asText())
          .append(' ')
          .append(hit.path("name").asText())
          .append(' ')
          .append(hit.path("rule").asText())
          .append('\n');
    }
    return hits.toString();
  }

  private static boolean scanned(String json) throws IOException {
    return container(json).path("secretsScanned").asBoolean();
  }

  @Test
  void everyPlaceIsLookedAt() throws IOException {
    assertEquals(
        """
        command password secret-name
        dockerLabels api.token secret-name
        entryPoint TOKEN secret-name
        environment DB_PASSWORD secret-name
        healthCheck password password-in-command
        logOptions apikey secret-name
        """,
        hits(
            """
            {'environment':[{'name':'DB_PASSWORD','value':'S'}],'command':['--password=S'],
             'entryPoint':['sh','-c','export TOKEN=S'],'dockerLabels':{'api.token':'S'},
             'healthCheck':{'command':['CMD-SHELL','curl -u admin:S localhost']},
             'logConfiguration':{'logDriver':'awsfirelens','options':{'apikey':'S'}}}
            """
                .replace("S'", STRONG + "'")
                .replace("admin:S ", "admin:" + STRONG + " ")));
  }

  @Test
  void aContainerWithoutTextsIsScannedAndHasNoHits() throws IOException {
    assertEquals("", hits("{'name':'web'}"));
    assertEquals(true, scanned("{'name':'web'}"));
  }

  @Test
  void valuesThatWereLeftOutAreNotScanned() throws IOException {
    assertFalse(scanned("{'environment':[{'name':'DB_PASSWORD'}]}"));
  }

  @Test
  void overlongValuesAreNotScannedInFull() throws IOException {
    String longValue = "a".repeat(70_000);
    assertFalse(scanned("{'environment':[{'name':'X','value':'%s'}]}".formatted(longValue)));
  }

  @Test
  void hitsOfTheCollectorAreKept() throws IOException {
    String redacted =
        "{'environment':[{'name':'URL'}],'secretHits':[{'place':'environment','name':'URL',"
            + "'rule':'password-in-url','confidence':'HIGH','length':'8-15','match':'hunter2'}],"
            + "'secretsScanned':true}";
    assertEquals("environment URL password-in-url\n", hits(redacted));
    assertEquals(true, scanned(redacted));
    assertFalse(container(redacted).toString().contains("hunter2"));
  }

  @Test
  void hitsOfTheCollectorAloneAreNoProofThatAllWasScanned() throws IOException {
    assertFalse(scanned("{'environment':[{'name':'URL'}],'secretHits':[]}"));
  }

  @Test
  void emptyValueOfAForbiddenNameIsAHit() throws IOException {
    assertEquals(
        "environment AWS_SECRET_ACCESS_KEY aws-credential-name\n",
        hits("{'environment':[{'name':'AWS_SECRET_ACCESS_KEY','value':''}]}"));
  }

  @Test
  void aValueWrittenIntoTheNameIsFoundAndNotShown() throws IOException {
    String json = "{'environment':[{'name':'DB_PASSWORD=" + STRONG + "','value':''}]}";
    assertEquals("environment DB_PASSWORD secret-name\n", hits(json));
    assertFalse(container(json).toString().contains(STRONG));
  }
}
