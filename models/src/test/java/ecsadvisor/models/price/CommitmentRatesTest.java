package ecsadvisor.models.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CommitmentRatesTest {
  private static final String HEADER =
      "plan_type,family,term,payment_option,discount,valid_from,source\n";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void shippedFileHasFargateForOneYear() {
    CommitmentRates.Discount discount =
        CommitmentRates.shipped().discount("COMPUTE_SP", "FARGATE", "ONE_YEAR", "NO_UPFRONT", DAY);
    assertNotNull(discount);
    assertTrue(discount.share() > 0.1 && discount.share() < 0.3);
    assertTrue(!discount.source().isEmpty());
  }

  @Test
  void familyWithoutARowIsAnyOfEc2() throws IOException {
    CommitmentRates rates = read("EC2_INSTANCE_SP,EC2,ONE_YEAR,NO_UPFRONT,0.3,2026-01-01,a\n");
    CommitmentRates.Discount discount =
        rates.discount("EC2_INSTANCE_SP", "m5", "ONE_YEAR", "NO_UPFRONT", DAY);
    assertNotNull(discount);
    assertEquals(0.3, discount.share());
  }

  @Test
  void fargateIsNotEc2() throws IOException {
    CommitmentRates rates = read("COMPUTE_SP,EC2,ONE_YEAR,NO_UPFRONT,0.3,2026-01-01,a\n");
    assertNull(rates.discount("COMPUTE_SP", "FARGATE", "ONE_YEAR", "NO_UPFRONT", DAY));
  }

  @Test
  void newestThatIsValidCounts() throws IOException {
    CommitmentRates rates =
        read(
            """
            COMPUTE_SP,FARGATE,ONE_YEAR,NO_UPFRONT,0.2,2026-01-01,a
            COMPUTE_SP,FARGATE,ONE_YEAR,NO_UPFRONT,0.3,2026-12-01,b
            """);
    CommitmentRates.Discount discount =
        rates.discount("COMPUTE_SP", "FARGATE", "ONE_YEAR", "NO_UPFRONT", DAY);
    assertNotNull(discount);
    assertEquals("a", discount.source());
  }

  @Test
  void mistakeIsNamed() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> read("COMPUTE_SP,FARGATE,ONE_YEAR,NO_UPFRONT,20,2026-01-01,a\n"));
    assertEquals("rates.csv line 2: discount 20 is out of range 0..1", mistake.getMessage());
  }

  private static CommitmentRates read(String rows) throws IOException {
    return CommitmentRates.read(new StringReader(HEADER + rows), "rates.csv");
  }
}
