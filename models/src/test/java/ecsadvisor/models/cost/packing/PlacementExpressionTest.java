package ecsadvisor.models.cost.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementExpressionTest {
  private static final Map<String, String> M5_LARGE =
      Map.of(
          "ecs.instance-type", "m5.large",
          "ecs.availability-zone", "eu-west-1a",
          "stack", "blue");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attribute:ecs.instance-type == m5.large | true",
        "attribute:ecs.instance-type != m5.large | false",
        "attribute:ecs.instance-type =~ m5.* | true",
        "attribute:ecs.instance-type =~ c5.* | false",
        "attribute:ecs.instance-type !~ c5.* | true",
        "attribute:ecs.instance-type in [c5.large, m5.large] | true",
        "attribute:ecs.instance-type not_in [c5.large,m5.large] | false",
        "attribute:stack exists | true",
        "attribute:ecs.availability-zone == eu-west-1a and attribute:stack == blue | true",
        "attribute:ecs.availability-zone == eu-west-1b && attribute:stack == blue | false",
        "attribute:ecs.availability-zone == eu-west-1b or attribute:stack == blue | true",
        "not (attribute:stack == green) | true",
        "attribute:stack == blue and not attribute:stack == blue | false",
        "attribute:unknown == x and attribute:stack == green | false",
        "attribute:unknown == x or attribute:stack == blue | true",
      })
  void expressionsOfAttributesAreRead(String expression, boolean expected) {
    assertEquals(expected, PlacementExpression.holds(expression, M5_LARGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "attribute:unknown == x",
        "attribute:unknown exists",
        "task:group == service:web",
        "attribute:stack",
        "attribute:stack == [blue",
        "(attribute:stack == blue",
        "attribute:stack == blue attribute:stack == blue",
        "attribute:stack =~ (b+)+l",
        "attribute:stack ?? blue",
      })
  void whatCannotBeReadIsNotKnown(String expression) {
    assertNull(PlacementExpression.holds(expression, M5_LARGE));
  }

  @Test
  void anExpressionOfAbsurdLengthIsNotKnown() {
    assertNull(PlacementExpression.holds("not ".repeat(100_000), M5_LARGE));
  }

  @Property(tries = 300)
  void noTextFails(@ForAll String expression) {
    PlacementExpression.holds(expression, M5_LARGE);
    PlacementExpression.holds("attribute:stack =~ " + expression, M5_LARGE);
  }
}
