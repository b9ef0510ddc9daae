package ecsadvisor.models.fact.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.BillMeter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillEvidencesTest {
  private static final String FREE = "AWSCloudTrail/FreeEventsRecorded";
  private static final String PAID = "AmazonGuardDuty/PaidEventsAnalyzed";

  private static BillMeter meter(String account, String region, String name, double cost) {
    return new BillMeter("999999999999", account, region, name, "USD", 3, 12, cost);
  }

  @Test
  void metersAreEvidenceOfTheirAccountAndRegion() {
    BillEvidences bill =
        BillEvidences.of(
            List.of(
                meter("111122223333", "eu-west-1", FREE, 0),
                meter("111122223333", "eu-west-1", PAID, 4),
                meter("111122223333", "eu-west-1", BillMeter.FARGATE_VCPU_HOURS, 1),
                meter("111122223333", "eu-west-1", "log-group:/ecs/web", 1)));
    assertEquals(
        new BillEvidence(true, Map.of(FREE, 12.0, PAID, 12.0), 12, Set.of("/ecs/web")),
        bill.of("111122223333", "eu-west-1"));
  }

  @Test
  void aPlaceWithoutLinesHasNoEvidence() {
    BillEvidences bill = BillEvidences.of(List.of(meter("111122223333", "eu-west-1", FREE, 0)));
    assertEquals(BillEvidence.NONE, bill.of("111122223333", "us-east-1"));
    assertEquals(BillEvidence.NONE, BillEvidences.of(List.of()).of("111122223333", "eu-west-1"));
  }

  @Test
  void aBillWithoutFreeLinesIsOfNoUse() {
    BillEvidences bill = BillEvidences.of(List.of(meter("111122223333", "eu-west-1", PAID, 4)));
    assertFalse(bill.of("111122223333", "eu-west-1").usable());
  }

  @Test
  void freeLinesOfAnotherAccountOfThePayerShowThatTheyAreKept() {
    BillEvidences bill =
        BillEvidences.of(
            List.of(
                meter("444455556666", "us-east-1", FREE, 0),
                meter("111122223333", "eu-west-1", PAID, 4)));
    assertTrue(bill.of("111122223333", "eu-west-1").usable());
  }
}
