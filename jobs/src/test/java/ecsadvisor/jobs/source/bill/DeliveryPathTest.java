package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DeliveryPathTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);

  @Test
  void dataExportOverwriting() {
    assertEquals(
        new DeliveryPath("s3://b/p/export", NOVEMBER, ""),
        DeliveryPath.of("s3://b/p/export/data/BILLING_PERIOD=2025-11/export-00001.snappy.parquet"));
  }

  @Test
  void dataExportWithVersions() {
    assertEquals(
        new DeliveryPath("p/export", NOVEMBER, "2025-12-28T13:14:37.728Z-8c5a76cc"),
        DeliveryPath.of(
            "p/export/data/BILLING_PERIOD=2025-11/2025-12-28T13:14:37.728Z-8c5a76cc/e-1.parquet"));
  }

  @Test
  void metadataBelongsToTheSameExport() {
    assertEquals(
        new DeliveryPath("s3://b/p/export", NOVEMBER, ""),
        DeliveryPath.of("s3://b/p/export/metadata/BILLING_PERIOD=2025-11/export-Manifest.json"));
  }

  @Test
  void legacyParquetWithAndWithoutPaddedMonth() {
    DeliveryPath september = new DeliveryPath("r/r", YearMonth.of(2025, 9), "");
    assertEquals(september, DeliveryPath.of("r/r/year=2025/month=9/r-00001.snappy.parquet"));
    assertEquals(september, DeliveryPath.of("r/r/year=2025/month=09/r-00001.snappy.parquet"));
  }

  @Test
  void legacyRangeWithAssembly() {
    assertEquals(
        new DeliveryPath("r", NOVEMBER, "20251203T040211Z"),
        DeliveryPath.of("r/20251101-20251201/20251203T040211Z/r-1.snappy.parquet"));
  }

  @Test
  void plainFolderHasNoPeriod() {
    assertEquals(new DeliveryPath("a/b", null, ""), DeliveryPath.of("a/b/file.parquet"));
  }

  @Test
  void plainVersionFoldersAreRecognised() {
    assertEquals(
        "5c1f3c9e-8a70-4f4b-9c42-0a1b2c3d4e5f",
        DeliveryPath.of("a/5c1f3c9e-8a70-4f4b-9c42-0a1b2c3d4e5f/f.parquet").version());
  }

  @Test
  void impossibleMonthIsNoPeriod() {
    assertNull(DeliveryPath.of("a/BILLING_PERIOD=2025-13/f.parquet").period());
  }

  @Test
  void versionsAreOrderedByTheTimeInTheirName() {
    assertEquals(20251228131437728L, DeliveryPath.timeOf("2025-12-28T13:14:37.728Z-8c5a"));
    assertEquals(20230903040211000L, DeliveryPath.timeOf("20230903T040211Z"));
    assertNull(DeliveryPath.timeOf("5c1f3c9e-8a70-4f4b-9c42-0a1b2c3d4e5f"));
  }
}
