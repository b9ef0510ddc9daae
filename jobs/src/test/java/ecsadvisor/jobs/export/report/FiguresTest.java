package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final LocalDate END = LocalDate.of(2026, 11, 20);

  @Test
  void amountsHaveCommasAndARealMinus() {
    assertEquals("1,234,567.80", Figures.amount(new BigDecimal("1234567.80")));
    assertEquals("−0.50", Figures.amount(new BigDecimal("-0.5")));
    assertEquals("0.00", Figures.amount(new BigDecimal("-0.001")));
  }

  @Test
  void briefAmountsDropCentsFromAHundredOn() {
    assertEquals("99.99", Figures.briefAmount(new BigDecimal("99.99")));
    assertEquals("1,235", Figures.briefAmount(new BigDecimal("1234.56")));
  }

  @Test
  void cpuUnitsAreSaidAsVirtualCpus() {
    assertEquals("0.25\u00A0vCPU", Figures.virtualCpus(256));
    assertEquals("16\u00A0vCPU", Figures.virtualCpus(16384));
    assertEquals("10\u00A0vCPU", Figures.virtualCpus(10240));
  }

  @Test
  void sharesAndChangesArePercentages() {
    assertEquals("99.4\u00A0%", Figures.percent(0.994));
    assertEquals("+3.6\u00A0%", Figures.change(0.036));
    assertEquals("−3.6\u00A0%", Figures.change(-0.036));
    assertEquals("0.0\u00A0%", Figures.change(0));
  }

  @Test
  void theWeekIsComparedWithTheWeekBefore() {
    assertEquals(
        "+100.0\u00A0%", CostSection.weekChange(Map.of(END, 4.0, END.minusDays(7), 2.0), END));
    assertEquals("new", CostSection.weekChange(Map.of(END.minusDays(6), 4.0), END));
    assertEquals("–", CostSection.weekChange(Map.of(END.minusDays(20), 4.0), END));
  }

  @Test
  void unknownReasonCodesAreShownAsTheyAre() {
    assertEquals("MADE_UP", ReasonWords.of("MADE_UP;SHORT_HISTORY").get(0).code());
    assertEquals(
        "too few days of utilization", ReasonWords.of("MADE_UP;SHORT_HISTORY").get(1).meaning());
  }
}
