package ecsadvisor.jobs.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.table.Decimals;
import ecsadvisor.jobs.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ParquetTablesTest {

  public record Everything(
      String name,
      int memoryMiB,
      @Nullable Integer count,
      long rows,
      @Decimals(2) double cost,
      @Decimals(2) @Nullable Double share,
      boolean known,
      BigDecimal exact,
      LocalDate day,
      @Nullable Instant at) {}

  private static final List<Everything> ROWS =
      List.of(
          new Everything(
              "=İ",
              512,
              3,
              4_000_000_000L,
              -1.23456789,
              0.25,
              true,
              new BigDecimal("-12345678901234567890.1234500000"),
              LocalDate.of(1999, 12, 31),
              Instant.parse("2026-11-01T05:06:07.123456Z")),
          new Everything(
              "b",
              0,
              null,
              0,
              0,
              null,
              false,
              new BigDecimal("0.0000000000"),
              LocalDate.of(2026, 3, 8),
              null));

  @TempDir Path folder;

  private org.apache.hadoop.fs.Path write(String name, List<Everything> rows) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder.resolve(name).toString());
    ParquetTables.write(new Configuration(), file, Table.of("all", Everything.class, rows));
    return file;
  }

  @Test
  void sparkReadsTheRowsBackAsTheRecordsTheyWere(SparkSession spark) throws IOException {
    RecordCodec<Everything> codec = RecordCodec.of(Everything.class);
    Dataset<Row> read = spark.read().parquet(write("rows.parquet", ROWS).toString());
    assertEquals(codec.schema().asNullable(), read.schema().asNullable());
    List<Everything> records =
        read.select(codec.columns()).collectAsList().stream().map(codec::fromRow).toList();
    assertEquals(ROWS, records);
  }

  @Test
  void aTableWithoutRowsKeepsItsColumns(SparkSession spark) throws IOException {
    Dataset<Row> read = spark.read().parquet(write("none.parquet", List.of()).toString());
    assertEquals(10, read.columns().length);
    assertEquals(0, read.count());
  }

  @Test
  void sameRowsGiveTheSameBytes() throws IOException {
    write("one.parquet", ROWS);
    write("two.parquet", List.of(ROWS.get(1), ROWS.get(0)));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one.parquet")),
        Files.readAllBytes(folder.resolve("two.parquet")));
  }
}
