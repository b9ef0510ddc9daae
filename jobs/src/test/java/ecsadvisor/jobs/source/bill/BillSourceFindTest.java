package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.DamagedInput;
import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class BillSourceFindTest {
  private static final String OLD = "2025-11-10T01:00:00.000Z-1111";
  private static final String NEW = "2025-11-20T01:00:00.000Z-2222";

  @TempDir static Path made;
  @TempDir Path folder;

  private static Path one;
  private static Path two;
  private static Path legacy;

  @BeforeAll
  static void makeFiles(SparkSession spark) {
    one = BillTable.cur2().line("line_item_unblended_cost", 1.0).write(spark, made.resolve("one"));
    two = BillTable.cur2().line("line_item_unblended_cost", 2.0).write(spark, made.resolve("two"));
    legacy = BillTable.legacy().line().write(spark, made.resolve("legacy"));
  }

  @Test
  void newestVersionOfADataExportIsTakenByItsManifest(SparkSession spark) throws IOException {
    String data = "export/data/BILLING_PERIOD=2025-11/";
    copy(one, data + OLD + "/export-00001.snappy.parquet");
    copy(two, data + NEW + "/export-00001.snappy.parquet");
    write(
        "export/metadata/BILLING_PERIOD=2025-11/export-Manifest.json",
        "{\"executionId\":\"x\",\"dataFiles\":[\"s3://bucket/export/data/BILLING_PERIOD=2025-11/%s/export-00001.snappy.parquet\"]}"
            .formatted(NEW));
    assertFiles(spark, "export", data + NEW + "/export-00001.snappy.parquet");
    assertFiles(spark, "export/data", data + NEW + "/export-00001.snappy.parquet");
    assertFiles(
        spark, "export/data/BILLING_PERIOD=2025-11", data + NEW + "/export-00001.snappy.parquet");
    assertFiles(
        spark,
        "export/data/BILLING_PERIOD=2025-11/" + OLD,
        data + OLD + "/export-00001.snappy.parquet");
  }

  @Test
  void newestManifestWinsWhereOnlyTheVersionsHaveOne(SparkSession spark) throws IOException {
    for (String version : List.of(NEW, OLD)) {
      String key = "e/data/BILLING_PERIOD=2025-11/" + version + "/e-00001.snappy.parquet";
      copy(version.equals(OLD) ? one : two, key);
      write(
          "e/metadata/BILLING_PERIOD=2025-11/" + version + "/e-Manifest.json",
          "{\"dataFiles\":[\"%s\"]}".formatted(key));
    }
    assertFiles(spark, "e", "e/data/BILLING_PERIOD=2025-11/" + NEW + "/e-00001.snappy.parquet");
  }

  @Test
  void legacyReportListsItsKeysWhereverItWasCopiedTo(SparkSession spark) throws IOException {
    copy(legacy, "copy/r/r/year=2025/month=11/r-00001.snappy.parquet");
    copy(one, "copy/r/r/year=2025/month=11/r-00002.snappy.parquet");
    write(
        "copy/r/r/year=2025/month=11/r-Manifest.json",
        "{\"assemblyId\":\"a\",\"reportKeys\":[\"original/r/r/year=2025/month=11/r-00001.snappy.parquet\"]}");
    write("copy/r/r/year=2025/month=11/r-RedshiftManifest.json", "{}");
    write("copy/r/r/year=2025/month=11/r-create-table.sql", "create");
    write("copy/r/r/crawler-cfn.yml", "x");
    assertFiles(spark, "copy", "copy/r/r/year=2025/month=11/r-00001.snappy.parquet");
  }

  @Test
  void assemblyFoldersOfALegacyReportAreVersions(SparkSession spark) throws IOException {
    String period = "r/20251101-20251201/";
    copy(one, period + "20251110T000000Z/r-1.snappy.parquet");
    copy(legacy, period + "20251120T000000Z/r-1.snappy.parquet");
    write(
        period + "r-Manifest.json",
        "{\"reportKeys\":[\"r/20251101-20251201/20251120T000000Z/r-1.snappy.parquet\"]}");
    write(
        period + "20251110T000000Z/r-Manifest.json",
        "{\"reportKeys\":[\"r/20251101-20251201/20251110T000000Z/r-1.snappy.parquet\"]}");
    assertFiles(spark, "r", period + "20251120T000000Z/r-1.snappy.parquet");
  }

  @Test
  void overwritingExportCopiedWithoutManifestIsRead(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet");
    copy(two, "e/data/BILLING_PERIOD=2025-11/e-00002.snappy.parquet");
    assertFiles(
        spark,
        "e",
        "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet",
        "e/data/BILLING_PERIOD=2025-11/e-00002.snappy.parquet");
  }

  @Test
  void severalVersionsWithoutManifestAreRefused(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/" + OLD + "/e-00001.snappy.parquet");
    copy(two, "e/data/BILLING_PERIOD=2025-11/" + NEW + "/e-00001.snappy.parquet");
    assertMistake(spark, "2 delivery versions", "e");
  }

  @Test
  void versionFoldersOfAPlainCopyAreRefused(SparkSession spark) throws IOException {
    copy(one, "flat/20251110T000000Z/e.parquet");
    copy(two, "flat/20251120T000000Z/e.parquet");
    assertMistake(spark, "2 delivery versions", "flat");
  }

  @Test
  void twoVersionsGivenAsTwoFoldersAreRefused(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/" + OLD + "/e-00001.snappy.parquet");
    copy(two, "e/data/BILLING_PERIOD=2025-11/" + NEW + "/e-00001.snappy.parquet");
    String period = "e/data/BILLING_PERIOD=2025-11/";
    assertMistake(spark, "2025-11 is in two deliveries", period + OLD, period + NEW);
  }

  @Test
  void samePeriodInLegacyAndNewFormIsRefused(SparkSession spark) throws IOException {
    copy(legacy, "r/r/year=2025/month=11/r-00001.snappy.parquet");
    copy(one, "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet");
    assertMistake(spark, "2025-11 is in two deliveries", "r", "e");
  }

  @Test
  void samePeriodOfTwoPayersIsRead(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet");
    BillTable.cur2()
        .line("bill_payer_account_id", "999999999999")
        .write(spark, folder.resolve("f/data/BILLING_PERIOD=2025-11/f-00001.snappy.parquet"));
    assertEquals(2, find(spark, "e", "f").files().size());
  }

  @Test
  void copyOfAFileIsRefused(SparkSession spark) throws IOException {
    copy(one, "x/a.parquet");
    copy(one, "x/b.parquet");
    assertMistake(spark, "hold the same lines", "x");
  }

  @Test
  void locationGivenTwiceIsReadOnce(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet");
    assertEquals(1, find(spark, "e", "e/data/BILLING_PERIOD=2025-11").files().size());
  }

  @Test
  void statusTableIsNoBillButWarns(SparkSession spark) throws IOException {
    copy(legacy, "r/r/year=2025/month=11/r-00001.snappy.parquet");
    spark
        .sql("select 'UPDATING' as status")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("r/r/cost_and_usage_data_status").toString());
    BillInput input = find(spark, "r");
    assertEquals(1, input.files().size());
    assertEquals(1, input.warnings().size());
    assertTrue(input.warnings().get(0).contains("UPDATING"));
  }

  @Test
  void readyStatusIsSilent(SparkSession spark) throws IOException {
    copy(legacy, "r/r/year=2025/month=11/r-00001.snappy.parquet");
    spark
        .sql("select 'READY' as status")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("r/r/cost_and_usage_data_status").toString());
    assertEquals(List.of(), find(spark, "r").warnings());
  }

  @Test
  void csvReportIsRefused(SparkSession spark) throws IOException {
    write("r/20251101-20251201/r-1.csv.gz", "x");
    assertMistake(spark, "Parquet", "r");
    write(
        "r/20251101-20251201/r-Manifest.json",
        "{\"reportKeys\":[\"r/20251101-20251201/r-1.csv.gz\"]}");
    assertMistake(spark, "lists CSV files", "r");
  }

  @Test
  void allMistakesAreToldAtOnce(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    List<String> mistakes =
        assertThrows(UserMistake.class, () -> find(spark, "missing", "empty")).mistakes();
    assertEquals(2, mistakes.size());
    assertTrue(mistakes.get(0).contains("missing: no such file or folder"), mistakes.get(0));
    assertTrue(mistakes.get(1).contains("empty: holds no Parquet file"), mistakes.get(1));
  }

  @Test
  void fileOfAnotherKindIsRefused(SparkSession spark) {
    spark.range(3).coalesce(1).write().parquet(folder.resolve("numbers").toString());
    assertMistake(spark, "neither a Cost and Usage Report nor a FOCUS export", "numbers");
  }

  @Test
  void columnThatCannotBeDoneWithoutIsNamed(SparkSession spark) {
    BillTable.cur2()
        .without("line_item_usage_type")
        .line()
        .write(spark, folder.resolve("x/a.parquet"));
    assertMistake(spark, "lacks the column line_item_usage_type", "x");
  }

  @Test
  void truncatedFileIsDamage(SparkSession spark) throws IOException {
    copy(one, "x/whole.parquet");
    byte[] bytes = Files.readAllBytes(two);
    Files.write(folder.resolve("x/half.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    DamagedInput damage = assertThrows(DamagedInput.class, () -> find(spark, "x"));
    assertTrue(String.valueOf(damage.getMessage()).contains("half.parquet"));
  }

  @Test
  void listedFileThatIsNotThereIsDamage(SparkSession spark) throws IOException {
    copy(one, "e/data/BILLING_PERIOD=2025-11/e-00001.snappy.parquet");
    write(
        "e/metadata/BILLING_PERIOD=2025-11/e-Manifest.json",
        "{\"dataFiles\":[\"e/data/BILLING_PERIOD=2025-11/e-00002.snappy.parquet\"]}");
    DamagedInput damage = assertThrows(DamagedInput.class, () -> find(spark, "e"));
    assertTrue(String.valueOf(damage.getMessage()).contains("e-00002"));
  }

  @Test
  void unreadableManifestIsDamage(SparkSession spark) throws IOException {
    write("e/metadata/BILLING_PERIOD=2025-11/e-Manifest.json", "{\"dataFiles\":[");
    DamagedInput damage = assertThrows(DamagedInput.class, () -> find(spark, "e"));
    assertTrue(String.valueOf(damage.getMessage()).contains("e-Manifest.json"));
  }

  @Test
  void mixedCurrenciesAreRefused(SparkSession spark) {
    BillTable.cur2()
        .line()
        .line("line_item_currency_code", "EUR")
        .write(spark, folder.resolve("x/a.parquet"));
    assertMistake(spark, "several currencies (EUR, USD)", "x");
  }

  @Test
  void periodComesFromTheLinesNotFromTheFolder(SparkSession spark) {
    BillTable.cur2()
        .line("bill_billing_period_start_date", "2025-10-01T00:00:00Z")
        .write(spark, folder.resolve("e/data/BILLING_PERIOD=2025-11/e.parquet"));
    assertEquals(List.of(YearMonth.of(2025, 10)), find(spark, "e").files().get(0).periods());
  }

  @Test
  void folderTellsThePeriodWhereTheColumnIsLeftOut(SparkSession spark) {
    BillTable.cur2()
        .without("bill_billing_period_start_date")
        .line()
        .write(spark, folder.resolve("e/data/BILLING_PERIOD=2025-11/e.parquet"));
    assertEquals(List.of(YearMonth.of(2025, 11)), find(spark, "e").files().get(0).periods());
  }

  @Test
  void fileWithoutAnyPeriodIsRefused(SparkSession spark) {
    BillTable.cur2()
        .without("bill_billing_period_start_date")
        .line()
        .write(spark, folder.resolve("x/e.parquet"));
    assertMistake(spark, "does not tell its billing period", "x");
  }

  @Test
  void statisticsThatAreMissingAreReplacedByALook(SparkSession spark) {
    SparkSession old = spark.newSession();
    old.conf().set("spark.sql.parquet.outputTimestampType", "INT96");
    BillTable.cur2()
        .column("bill_payer_account_id", DataTypes.LongType, 111111111111L)
        .line()
        .write(old, folder.resolve("x/e.parquet"));
    BillFile file = find(spark, "x").files().get(0);
    assertEquals(List.of(YearMonth.of(2025, 11)), file.periods());
    assertEquals(List.of("111111111111"), List.copyOf(file.payers().values()));
  }

  private BillInput find(SparkSession spark, String... locations) {
    return BillSource.find(
        spark, Stream.of(locations).map(name -> folder.resolve(name).toString()).toList());
  }

  private void assertFiles(SparkSession spark, String location, String... expected) {
    assertEquals(
        Stream.of(expected).toList(),
        find(spark, location).files().stream()
            .map(file -> file.uri().substring(file.uri().indexOf(folder.toString())))
            .map(path -> path.substring(folder.toString().length() + 1))
            .toList());
  }

  private void assertMistake(SparkSession spark, String text, String... locations) {
    UserMistake mistake = assertThrows(UserMistake.class, () -> find(spark, locations));
    assertTrue(String.valueOf(mistake.getMessage()).contains(text), mistake.getMessage());
  }

  private void copy(Path file, String target) throws IOException {
    Path path = folder.resolve(target);
    Files.createDirectories(path.getParent());
    Files.copy(file, path);
  }

  private void write(String target, String text) throws IOException {
    Path path = folder.resolve(target);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
