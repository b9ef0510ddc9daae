package ecsadvisor.jobs.source.utilization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.source.FileQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricAnswerFilesTest {
  private static final String REQUEST =
      """
      {"accountId":"111122223333","region":"eu-west-1","request":{"Namespace":"AWS/ECS",\
      "MetricName":"CPUUtilization","Period":60,"Dimensions":[{"Name":"ClusterName","Value":"c"},\
      {"Name":"ServiceName","Value":"s"}]}}""";
  private static final String ANSWER =
      """
      {"Label":"CPUUtilization","Datapoints":[{"Timestamp":"2026-11-02T00:00:00Z",\
      "Average":1.0,"Maximum":2.0}]}""";

  @TempDir private Path folder;

  private FileQuality read(String answer) {
    return UtilizationReader.read(
        folder.resolve(answer).toString(), new Configuration(), new PointStore());
  }

  @Test
  void requestLiesBesideTheAnswerUnderEitherName() throws IOException {
    Files.writeString(folder.resolve("a.json"), ANSWER);
    Files.writeString(folder.resolve("a.request.json"), REQUEST);
    Files.write(folder.resolve("b.json.gz"), Stored.gzip(ANSWER));
    Files.writeString(folder.resolve("b.json.gz.request.json"), REQUEST);
    assertEquals(1, read("a.json").rowsUsed());
    assertEquals(1, read("b.json.gz").rowsUsed());
  }

  @Test
  void requestIsNoInputOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("a.json"), ANSWER);
    Files.writeString(folder.resolve("a.request.json"), REQUEST);
    assertEquals(1, UtilizationSource.find(new Configuration(), List.of(folder.toString())).size());
  }

  @Test
  void missingOrBrokenRequestIsOneBadRow() throws IOException {
    Files.writeString(folder.resolve("a.json"), ANSWER);
    assertEquals(1, read("a.json").rowsBad());
    Files.writeString(folder.resolve("a.request.json"), "{");
    assertEquals(1, read("a.json").rowsBad());
  }

  @Test
  void fileThatVanishedIsOneBadRow() {
    assertEquals(
        "{file cannot be read (FileNotFoundException)=1}", read("none").reasons().toString());
  }
}
