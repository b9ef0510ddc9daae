package ecsadvisor.jobs.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.models.fact.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class RecordCodecTest {

  public record Part(String name, @Nullable Integer sizeMiB, List<Double> shares) {}

  public record Whole(
      String id,
      int count,
      long total,
      double cpuP95,
      boolean known,
      @Nullable Double maybe,
      Platform platform,
      LocalDate day,
      Instant at,
      @Nullable Part part,
      List<Part> parts) {}

  public record WithMap(Map<String, String> tags) {}

  private static final Whole FULL =
      new Whole(
          "a",
          1,
          2L,
          0.5,
          true,
          0.25,
          Platform.ARM,
          LocalDate.of(2026, 11, 1),
          Instant.parse("2026-11-01T05:06:07.123456Z"),
          new Part("p", 3, List.of(0.1, 0.2)),
          List.of(new Part("q", null, List.of()), new Part("r", 4, List.of(1.0))));

  private static final Whole SPARSE =
      new Whole(
          "b",
          0,
          0,
          0,
          false,
          null,
          Platform.X86,
          LocalDate.of(1999, 12, 31),
          Instant.EPOCH,
          null,
          List.of());

  @Test
  void columnsAreNamedAfterComponents() {
    assertEquals(
        List.of(
            "id",
            "count",
            "total",
            "cpu_p95",
            "known",
            "maybe",
            "platform",
            "day",
            "at",
            "part",
            "parts"),
        List.of(RecordCodec.of(Whole.class).schema().fieldNames()));
    assertEquals("size_mib", RecordCodec.of(Part.class).schema().fieldNames()[1]);
  }

  @Test
  void recordsSurviveSpark(SparkSession spark) {
    RecordCodec<Whole> codec = RecordCodec.of(Whole.class);
    Dataset<Row> rows =
        spark
            .createDataFrame(List.of(codec.toRow(FULL), codec.toRow(SPARSE)), codec.schema())
            .repartition(2)
            .orderBy("id");
    assertEquals(List.of(FULL, SPARSE), rows.collectAsList().stream().map(codec::fromRow).toList());
  }

  @Test
  void codecTravelsToExecutors(SparkSession spark) {
    RecordCodec<Whole> codec = RecordCodec.of(Whole.class);
    Dataset<Row> rows =
        spark
            .createDataFrame(List.of(codec.toRow(FULL)), codec.schema())
            .map(
                (org.apache.spark.api.java.function.MapFunction<Row, Row>)
                    row -> codec.toRow(codec.fromRow(row)),
                codec.encoder());
    assertEquals(FULL, codec.fromRow(rows.first()));
  }

  @Test
  void nullInPrimitiveNamesColumnAndRecord() {
    RecordCodec<Part> codec = RecordCodec.of(Part.class);
    Row row = RowFactory.create("p", 1, new Object[0]);
    assertEquals(1, codec.schema().fieldIndex("size_mib"));
    RecordCodec<Whole> whole = RecordCodec.of(Whole.class);
    @Nullable Object[] values = new @Nullable Object[11];
    values[0] = "x";
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> whole.fromRow(RowFactory.create(values)));
    assertEquals("Column count is null, but Whole needs a value", thrown.getMessage());
    assertEquals("p", row.getString(0));
  }

  @Test
  void typeWithoutColumnIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(WithMap.class));
  }
}
