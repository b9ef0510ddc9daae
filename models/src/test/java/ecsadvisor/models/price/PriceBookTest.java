package ecsadvisor.models.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.Platform;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final String HEADER = "region,platform,item,price,currency,valid_from,source\n";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void shipsPricesOfTheReferenceRegion() {
    PriceBook book = PriceBook.shipped();

    assertEquals("USD", book.currency());
    assertEquals(0.04048, book.vcpuHour("us-east-1", Platform.X86, DAY));
    assertEquals(0.00356, book.memoryGbHour("us-east-1", Platform.ARM, DAY));
  }

  @Test
  void addsTheLicenceToAWindowsVcpu() throws IOException {
    PriceBook book =
        read(
            """
            r,windows,vcpu_hour,0.05,USD,2026-01-01,x
            r,windows,os_licence_vcpu_hour,0.04,USD,2026-01-01,x
            """);

    assertEquals(0.05 + 0.04, book.vcpuHour("r", Platform.WINDOWS, DAY));
  }

  @Test
  void hasNoPriceThatTheFileLacks() throws IOException {
    PriceBook book = read("r,windows,vcpu_hour,0.05,USD,2026-01-01,x\n");

    assertNull(book.vcpuHour("r", Platform.WINDOWS, DAY));
    assertNull(book.memoryGbHour("r", Platform.X86, DAY));
    assertNull(book.vcpuHour("elsewhere", Platform.X86, DAY));
  }

  @Test
  void takesThePriceThatIsValidOnTheDay() throws IOException {
    PriceBook book =
        read(
            """
            r,X86,vcpu_hour,0.05,USD,2026-01-01,x
            r,X86,vcpu_hour,0.04,USD,2026-06-01,x
            """);

    assertEquals(0.05, book.vcpuHour("r", Platform.X86, LocalDate.of(2026, 5, 31)));
    assertEquals(0.04, book.vcpuHour("r", Platform.X86, LocalDate.of(2026, 6, 1)));
    assertEquals(0.05, book.vcpuHour("r", Platform.X86, LocalDate.of(2020, 1, 1)));
  }

  @Test
  void namesLineAndValueOfAMistake() {
    String good = "r,X86,vcpu_hour,0.05,USD,2026-01-01,x\n";

    assertMessage(
        "prices.csv line 3: price \"cheap\" is not a number",
        good + "r,X86,memory_gb_hour,cheap,USD,2026-01-01,x\n");
    assertMessage(
        "prices.csv line 2: price -1 is out of range 0..1000000",
        "r,X86,vcpu_hour,-1,USD,2026-01-01,x\n");
    assertMessage(
        "prices.csv line 2: item \"vcpu\" is none of vcpu_hour, memory_gb_hour, storage_gb_hour,"
            + " os_licence_vcpu_hour",
        "r,X86,vcpu,1,USD,2026-01-01,x\n");
    assertMessage(
        "prices.csv line 2: platform \"riscv\" is none of x86, arm, windows, unknown",
        "r,riscv,vcpu_hour,1,USD,2026-01-01,x\n");
    assertMessage(
        "prices.csv line 2: valid_from \"June\" is not a date like 2026-06-01",
        "r,X86,vcpu_hour,1,USD,June,x\n");
    assertMessage(
        "prices.csv line 3: currency EUR differs from USD above",
        good + "r,X86,memory_gb_hour,1,EUR,2026-01-01,x\n");
    assertMessage("prices.csv line 3: r X86 vcpu_hour stands twice", good + good);
    assertMessage("prices.csv line 2: 2 cells do not match the header", "r,X86\n");
  }

  @Test
  void refusesAFileWithoutPrices() {
    assertMessage(
        "prices.csv: no prices; expected a header region,platform,item,price,currency,valid_from"
            + " and rows",
        "");
  }

  @Test
  void namesAMissingColumn() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> PriceBook.read(new StringReader("region,item\nr,x\n"), "prices.csv"));

    assertEquals("prices.csv: column platform is missing", mistake.getMessage());
  }

  private static PriceBook read(String rows) throws IOException {
    return PriceBook.read(new StringReader(HEADER + rows), "prices.csv");
  }

  private static void assertMessage(String message, String rows) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> read(rows)).getMessage());
  }
}
