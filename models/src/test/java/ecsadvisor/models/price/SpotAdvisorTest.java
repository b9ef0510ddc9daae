package ecsadvisor.models.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.price.SpotAdvisor.Pool;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotAdvisorTest {
  private static final SpotAdvisor ADVISOR = SpotAdvisor.shipped();

  @Test
  void theReferenceRegionIsThere() {
    assertTrue(ADVISOR.regions().contains(SpotAdvisor.REFERENCE_REGION));
  }

  @Test
  void bandComesBeforePrice() {
    List<Pool> pools = ADVISOR.pools(SpotAdvisor.REFERENCE_REGION);
    for (int i = 1; i < pools.size(); i++) {
      Pool better = pools.get(i - 1);
      Pool worse = pools.get(i);
      assertTrue(
          better.band() < worse.band()
              || (better.band() == worse.band()
                  && better.savingPercent() >= worse.savingPercent()));
    }
  }

  @Test
  void everyTypeStandsOnceInARegionWithPossibleFigures() {
    for (String region : ADVISOR.regions()) {
      Set<String> seen = new HashSet<>();
      for (Pool pool : ADVISOR.pools(region)) {
        assertTrue(seen.add(pool.instanceType()), pool.instanceType());
        assertTrue(pool.savingPercent() > 0 && pool.savingPercent() < 100);
        assertTrue(pool.band() >= 0 && pool.band() <= 4);
        assertTrue(pool.interruptedMonthlyShare() > 0);
      }
    }
  }

  @Test
  void aTypeIsFoundByName() {
    Pool pool = assertNotNullPool("us-east-2", "m7a.2xlarge");
    assertEquals(8, pool.vcpus());
    assertEquals(32, pool.memoryGiB());
    assertEquals(62, pool.savingPercent());
    assertFalse(pool.arm());
    assertTrue(assertNotNullPool("us-east-2", "m8g.xlarge").arm());
  }

  @Test
  void aRegionWithoutFiguresHasNone() {
    assertTrue(ADVISOR.pools("mars-north-1").isEmpty());
  }

  private static Pool assertNotNullPool(String region, String type) {
    Pool pool = ADVISOR.pool(region, type);
    assertNotNull(pool);
    return pool;
  }
}
