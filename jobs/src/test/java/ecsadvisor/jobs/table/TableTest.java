package ecsadvisor.jobs.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {

  public record Everything(
      String name,
      int memoryMiB,
      @Nullable Integer count,
      long rows,
      @Decimals(2) double cost,
      @Decimals(3) @Nullable Double share,
      boolean known,
      BigDecimal exact,
      LocalDate day,
      @Nullable Instant at,
      @ColumnName("recommendation_ID") String identifier) {}

  public record Numbers(int step, @Decimals(2) double amount) {}

  public record NoDecimals(double cost) {}

  public record Nested(List<String> names) {}

  private static final Everything FULL =
      new Everything(
          "a",
          512,
          3,
          4_000_000_000L,
          -1234.5,
          0.25,
          true,
          new BigDecimal("1E+3"),
          LocalDate.of(2026, 11, 1),
          Instant.parse("2026-11-01T05:06:07Z"),
          "r");

  private static @Nullable String cost(double value) {
    Table<Numbers> table = Table.of("numbers", Numbers.class, List.of(new Numbers(1, value)));
    return table.cells(table.rows().get(0)).get(1);
  }

  @Test
  void columnsAreNamedAfterComponentsOrAsGiven() {
    assertEquals(
        List.of(
            "name",
            "memory_mib",
            "count",
            "rows",
            "cost",
            "share",
            "known",
            "exact",
            "day",
            "at",
            "recommendation_ID"),
        TableColumns.of(Everything.class).names());
  }

  @Test
  void everyTypeHasItsForm() {
    Table<Everything> table = Table.of("everything", Everything.class, List.of(FULL));
    assertEquals(
        List.of(
            "a",
            "512",
            "3",
            "4000000000",
            "-1234.50",
            "0.250",
            "true",
            "1000",
            "2026-11-01",
            "2026-11-01T05:06:07Z",
            "r"),
        table.cells(FULL));
  }

  @Test
  void absentValuesAreEmpty() {
    Everything sparse =
        new Everything("", 0, null, 0, 0, null, false, BigDecimal.ZERO, LocalDate.EPOCH, null, "");
    assertEquals(
        Arrays.asList("", "0", null, "0", "0.00", null, "false", "0", "1970-01-01", null, ""),
        Table.of("sparse", Everything.class, List.of(sparse)).cells(sparse));
  }

  @Test
  void tiesAreRoundedToEvenAsOnPaper() {
    assertEquals("0.12", cost(0.125));
    assertEquals("0.38", cost(0.375));
    assertEquals("2.68", cost(2.675));
    assertEquals("1.00", cost(1.005));
  }

  @Test
  void nothingIsNeverNegative() {
    assertEquals("0.00", cost(-0.0));
    assertEquals("0.00", cost(-0.004));
  }

  @Test
  void largeAndSmallNumbersHaveNoExponent() {
    assertEquals("123456789012.25", cost(123456789012.25));
    assertEquals("0.00", cost(1e-12));
  }

  @Test
  void aNumberThatIsNoneIsADefectAndNamesItsColumn() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> cost(Double.NaN));
    assertEquals("Column amount has the value NaN, which no table holds", thrown.getMessage());
  }

  @Test
  void rowsAreSortedByAllCellsAndNumbersBySize() {
    Numbers two = new Numbers(2, 5);
    Numbers ten = new Numbers(10, -7);
    Numbers tenMore = new Numbers(10, 3);
    assertEquals(
        List.of(two, ten, tenMore),
        Table.of("numbers", Numbers.class, List.of(tenMore, ten, two)).rows());
  }

  @Test
  void doubleWithoutDecimalsAndNestedComponentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TableColumns.of(NoDecimals.class));
    assertThrows(IllegalArgumentException.class, () -> TableColumns.of(Nested.class));
  }

  @Test
  void everyOutputRecordHasColumns() {
    for (Class<? extends Record> type :
        List.of(
            AllocationRow.class,
            ControlRow.class,
            DailyCostRow.class,
            DailyUtilizationRow.class,
            DataQualityRow.class,
            RecommendationRow.class,
            ReconciliationRow.class,
            SavingsRow.class,
            ServiceRow.class)) {
      assertEquals(
          type.getRecordComponents().length, TableColumns.of(type).names().size(), type.getName());
    }
  }
}
