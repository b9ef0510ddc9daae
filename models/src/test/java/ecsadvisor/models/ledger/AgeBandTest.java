package ecsadvisor.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgeBandTest {
  private static LedgerEntry aged(int weeks, double monthly) {
    return LedgerEntry.first(Advice.sighting("x", monthly), Advice.week(0))
        .aged(Advice.week(weeks), Advice.week(weeks));
  }

  @Test
  void whatWaitsIsCountedByItsAge() {
    List<AgeBand> bands =
        AgeBand.of(List.of(aged(0, 730), aged(1, 730), aged(2, 730), aged(7, 730), aged(30, 730)));

    assertEquals(List.of(2, 1, 1, 1), bands.stream().map(AgeBand::count).toList());
    assertEquals(1460, bands.get(0).estimatedMonthly());
    assertEquals(30 * 7 * 24, bands.get(3).missedToDate(), 1e-9);
  }

  @Test
  void whatIsDoneOrDecidedAgainstDoesNotWait() {
    LedgerEntry done =
        aged(3, 730).with(Standing.of(Status.VERIFIED, StatusReason.NONE, Advice.week(3), null));

    assertEquals(List.of(), AgeBand.of(List.of(done)));
  }
}
