package ecsadvisor.models.price;

import static ecsadvisor.models.price.SecurityItem.GUARDDUTY_RUNTIME_VCPU_MONTH;
import static ecsadvisor.models.price.SecurityItem.NAT_GATEWAY_HOUR;
import static ecsadvisor.models.price.SecurityItem.PUBLIC_IPV4_HOUR;
import static ecsadvisor.models.price.SecurityItem.SECRET_MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Platform;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityPricesTest {
  private static final String HEADER =
      "region,platform,item,unit,from_quantity,price,currency,valid_from,source\n";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void shipsAPriceOfEveryItemInTheReferenceRegion() {
    SecurityPrices prices = SecurityPrices.shipped();

    for (SecurityItem item : SecurityItem.values()) {
      assertFalse(prices.price("us-east-1", item, DAY).borrowed(), item.word());
    }
  }

  @Test
  void hasTheOwnPriceOfARegion() {
    SecurityPrices.Price tokyo =
        SecurityPrices.shipped().price("ap-northeast-1", NAT_GATEWAY_HOUR, DAY);

    assertEquals(0.062, tokyo.tiers().first());
    assertFalse(tokyo.borrowed());
  }

  @Test
  void borrowsFromTheReferenceRegionAndSaysSo() {
    SecurityPrices.Price price =
        SecurityPrices.shipped().price("eu-north-1", PUBLIC_IPV4_HOUR, DAY);

    assertEquals(0.005, price.tiers().first());
    assertTrue(price.borrowed());
    assertEquals("us-east-1", price.region());
  }

  @Test
  void pricesEachTierForItself() {
    TieredPrice price =
        SecurityPrices.shipped().price("us-east-2", GUARDDUTY_RUNTIME_VCPU_MONTH, DAY).tiers();

    assertEquals(0, price.cost(0));
    assertEquals(500 * 1.50, price.cost(500), 1e-9);
    assertEquals(500 * 1.50 + 4500 * 0.75 + 1000 * 0.25, price.cost(6000), 1e-9);
  }

  @Test
  void laysTheUsersPricesOverTheShippedOnes() throws IOException {
    SecurityPrices prices = read("us-east-1,,secret_month,,,0.30,USD,2026-01-01,contract\n");

    assertEquals(0.30, prices.price("us-east-1", SECRET_MONTH, DAY).tiers().first());
    assertEquals(0.045, prices.price("us-east-1", NAT_GATEWAY_HOUR, DAY).tiers().first());
  }

  @Test
  void takesThePriceThatIsValidOnTheDay() throws IOException {
    SecurityPrices prices =
        read(
            """
            us-east-1,,secret_month,,,0.50,USD,2026-01-01,a
            us-east-1,,secret_month,,,0.40,USD,2026-06-01,b
            """);

    assertEquals(
        0.50, prices.price("us-east-1", SECRET_MONTH, LocalDate.of(2026, 5, 31)).tiers().first());
    assertEquals(0.40, prices.price("us-east-1", SECRET_MONTH, DAY).tiers().first());
  }

  @Test
  void readsTheRowsOfItsItemsFromAFileThatHoldsThoseOfFargateToo() throws IOException {
    String file =
        HEADER
            + """
              r,X86,vcpu_hour,,,0.05,USD,2026-01-01,x
              r,,nat_gateway_hour,,,0.07,USD,2026-01-01,x
              """;

    assertEquals(
        0.07,
        SecurityPrices.read(new StringReader(file), "own")
            .price("r", NAT_GATEWAY_HOUR, DAY)
            .tiers()
            .first());
    assertEquals(
        0.05, PriceBook.read(new StringReader(file), "own").vcpuHour("r", Platform.X86, DAY));
  }

  @Test
  void leavesFargatesPricesAsShippedWhereAFileHasNone() throws IOException {
    String file = HEADER + "r,,nat_gateway_hour,,,0.07,USD,2026-01-01,x\n";

    PriceBook book = PriceBook.read(new StringReader(file), "own");

    assertEquals(0.04048, book.vcpuHour("us-east-1", Platform.X86, DAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r,,secret_month,,,x,USD,2026-01-01,s | own line 2: price \"x\" is not a number",
        "r,,secret_month,,,-1,USD,2026-01-01,s | own line 2: price -1 is out of range",
        "r,,secret_month,,,1,USD,soon,s | own line 2: valid_from \"soon\" is not a date",
        "r,,secret_month,,,1,EUR,2026-01-01,s | own: prices of security items in EUR",
        "r,,secret_month,,5,1,USD,2026-01-01,s | own: secret_month of r has no price from"
      })
  void namesTheFirstMistake(String row, String message) {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> read(row + "\n"));

    assertTrue(String.valueOf(mistake.getMessage()).startsWith(message), mistake.getMessage());
  }

  private static SecurityPrices read(String rows) throws IOException {
    return SecurityPrices.read(new StringReader(HEADER + rows), "own");
  }
}
