package ecsadvisor.jobs.source.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionSourceTest {
  private static final Configuration HADOOP = new Configuration();
  private static final String ARN = "arn:aws:ecs:eu-west-1:012345678901:service/c/web";
  private static final String HUB =
      "action_type,account_id,currency_code,resource_arn,current_resource_type,"
          + "recommended_resource_details,estimated_monthly_savings_after_discount,"
          + "estimated_monthly_savings_before_discount,last_refresh_timestamp,recommendation_ID";
  private static final String OPTIMIZER =
      "accountId,serviceArn,finding,currentServiceConfiguration_cpu,"
          + "currentServiceConfiguration_memory,recommendationOptions_1_cpu,"
          + "recommendationOptions_1_memory,recommendationOptions_1_estimatedMonthlySavings_value,"
          + "errorCode";

  @TempDir Path folder;

  private void file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private AwsOpinions read() {
    return OpinionSource.read(HADOOP, OpinionSource.find(HADOOP, List.of(folder.toString())));
  }

  private AwsOpinion only() {
    List<AwsOpinion> opinions = read().opinions();
    assertEquals(1, opinions.size());
    return opinions.get(0);
  }

  private List<String> mistakes() {
    return assertThrows(UserMistake.class, this::read).mistakes();
  }

  private static String hub(String details, String time) {
    return "Rightsize,012345678901,USD,%s,EcsService,\"%s\",9.5,10.0,%s,1_a"
        .formatted(ARN, details.replace("\"", "\"\""), time);
  }

  private static String details(String vcpus) {
    return "{\"ecsService\":{\"configuration\":{\"compute\":{\"vCpu\":%s,\"memorySizeInMB\":1024}}}}"
        .formatted(vcpus);
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() throws IOException {
    file("coh.csv", HUB + ",a_new_column", hub(details("0.5"), "2026-11-22 15:00:00") + ",x");
    AwsOpinion opinion = only();
    assertEquals("Rightsize", opinion.action());
    assertEquals("012345678901", opinion.accountId());
    assertEquals(512, opinion.cpuUnits());
    assertEquals(1024, opinion.memoryMiB());
    assertEquals(9.5, opinion.savingsAfterDiscount());
    assertEquals(10.0, opinion.savingsBeforeDiscount());
    assertEquals(Instant.parse("2026-11-22T15:00:00Z"), opinion.refreshed());
  }

  @Test
  void cpuUnitsUnderTheNameOfVcpusAreUnits() throws IOException {
    file("coh.csv", HUB, hub(details("512.0"), ""));
    assertEquals(512, only().cpuUnits());
  }

  @Test
  void detailsThatAreNoJsonGiveNoSize() throws IOException {
    file("coh.csv", HUB, hub("{oops", ""));
    assertNull(only().cpuUnits());
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("coh.csv.gz")))) {
      out.write((HUB + "\n" + hub(details("1"), "") + "\n").getBytes(UTF_8));
    }
    assertEquals(1024, only().cpuUnits());
  }

  @Test
  void computeOptimizersSpellingDoesNotMatter() throws IOException {
    file(
        "ecs.csv",
        OPTIMIZER.toLowerCase(java.util.Locale.ROOT),
        "012345678901," + ARN + ",Overprovisioned,1024,2048,512.0,1024,12.25,");
    AwsOpinion opinion = only();
    assertEquals("Rightsize", opinion.action());
    assertEquals("eu-west-1", opinion.region());
    assertEquals(512, opinion.cpuUnits());
    assertEquals(12.25, opinion.savingsBeforeDiscount());
  }

  @Test
  void anErrorCodeIsSilenceAndNoBadRow() throws IOException {
    file("ecs.csv", OPTIMIZER, "012345678901," + ARN + ",,1024,2048,,,,INSUFFICIENT_METRICS");
    assertEquals("INSUFFICIENT_METRICS", only().silence());
  }

  @Test
  void aMissingColumnIsNamedWithItsFile() throws IOException {
    file("coh.csv", HUB.replace("currency_code", "other"), hub(details("1"), ""));
    List<String> mistakes = mistakes();
    assertEquals(1, mistakes.size());
    assertTrue(
        mistakes.get(0).endsWith("coh.csv lacks the column currency_code; add it to the export"));
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    file("other.csv", "a,b", "1,2");
    assertTrue(mistakes().get(0).contains("is neither a COST_OPTIMIZATION_RECOMMENDATIONS export"));
  }

  @Test
  void aPlaceWithoutTablesIsTheUsersMistake() throws IOException {
    file("metadata/manifest.json", "{}");
    assertTrue(mistakes().get(0).contains("holds no CSV or Parquet file"));
  }

  @Test
  void otherResourcesAreIgnoredAndBrokenRowsCounted() throws IOException {
    file(
        "coh.csv",
        HUB,
        hub(details("1"), ""),
        hub(details("1"), "").replace("EcsService", "RdsDbInstance"),
        "Rightsize,012345678901,USD,%s,EcsService,,,much,,1_b".formatted(ARN),
        "too,short");
    FileQuality quality = read().quality().get(0);
    assertEquals("COST_OPTIMIZATION_RECOMMENDATIONS_CSV", quality.kind());
    assertEquals(4, quality.rowsRead());
    assertEquals(1, quality.rowsUsed());
    assertEquals(1, quality.rowsIgnored());
    assertEquals(2, quality.rowsBad());
  }

  @Test
  void ofAnExportsDeliveriesTheNewestCounts() throws IOException {
    file("data/date=2026-11-15/a.csv", HUB, hub(details("4"), "").replace("/web", "/old"));
    file("data/date=2026-11-22/a.csv", HUB, hub(details("1"), ""));
    assertEquals(ARN, only().resourceArn());
  }

  @Test
  void theSameOpinionTwiceIsOne() throws IOException {
    file("a.csv", HUB, hub(details("2"), "2026-11-20T00:00:00Z"));
    file("b.csv", HUB, hub(details("1"), "2026-11-22T00:00:00Z"));
    assertEquals(1024, only().cpuUnits());
  }

  @Test
  void parquetIsReadWithItsTypes() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message coh {
              required binary account_id (STRING);
              required binary action_type (STRING);
              required binary currency_code (STRING);
              required binary current_resource_type (STRING);
              optional binary resource_arn (STRING);
              required double estimated_monthly_savings_before_discount;
              optional int64 last_refresh_timestamp (TIMESTAMP(MILLIS,true));
              optional group tags (MAP) {
                repeated group key_value {
                  required binary key (STRING);
                  optional binary value (STRING);
                }
              }
            }
            """);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                new org.apache.hadoop.fs.Path(folder.resolve("coh.snappy.parquet").toUri()))
            .withType(schema)
            .withConf(HADOOP)
            .build()) {
      SimpleGroup row = new SimpleGroup(schema);
      row.add("account_id", "012345678901");
      row.add("action_type", "Delete");
      row.add("currency_code", "EUR");
      row.add("current_resource_type", "EcsService");
      row.add("resource_arn", ARN);
      row.add("estimated_monthly_savings_before_discount", 36.04);
      row.add("last_refresh_timestamp", 1_795_000_000_000L);
      row.addGroup("tags");
      writer.write(row);
    }
    AwsOpinion opinion = only();
    assertEquals("Delete", opinion.action());
    assertEquals(36.04, opinion.savingsBeforeDiscount());
    assertEquals(Instant.ofEpochMilli(1_795_000_000_000L), opinion.refreshed());
  }
}
