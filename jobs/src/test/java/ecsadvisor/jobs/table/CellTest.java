package ecsadvisor.jobs.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "  =1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF@x",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF201"
      })
  void textThatWouldRunGetsAnApostrophe(String text) {
    assertEquals("'" + text, Cell.text(text));
  }

  @Test
  void leadingTabAndLineBreaksCountAsTriggersAndBecomeBlanks() {
    assertEquals("' x", Cell.text("\tx"));
    assertEquals("' x", Cell.text("\rx"));
    assertEquals("' =1", Cell.text("\n=1"));
  }

  @Test
  void lineBreaksInsideTextBecomeOneBlankEach() {
    assertEquals("a b c d", Cell.text("a\r\nb\nc\u2028d"));
    assertEquals("a b", Cell.text("a\u0000b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a=b", "{\"cpu\":1}", "1-2", "'quoted", "çay", "日本"})
  void otherTextStaysAsItIs(String text) {
    assertEquals(text, Cell.text(text));
  }

  @Test
  void numbersAreNeverTouched() {
    assertEquals("-12.50", Cell.text(new BigDecimal("-12.50")));
    assertEquals("-3", Cell.text(-3));
  }
}
