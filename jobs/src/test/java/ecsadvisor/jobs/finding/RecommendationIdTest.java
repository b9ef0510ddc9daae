package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RecommendationIdTest {

  @Test
  void sameResourceAndActionKeepTheirName() {
    assertEquals(
        RecommendationId.of("p", "a", "r", "arn", "COST-01", "Rightsize"),
        RecommendationId.of("p", "a", "r", "arn", "COST-01", "Rightsize"));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertNotEquals(
        RecommendationId.of("p", "ab", "c", "arn", "x", "y"),
        RecommendationId.of("p", "a", "bc", "arn", "x", "y"));
  }
}
