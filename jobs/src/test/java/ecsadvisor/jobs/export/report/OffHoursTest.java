package ecsadvisor.jobs.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.ScheduleRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffHoursTest {
  private static ScheduleRow row(String stop, String start) {
    return new ScheduleRow(
        "1", "r", "c", "s", "MON", "20:00", "07:00", "UTC", stop, start, 4, 0, 1, "USD", "x");
  }

  @Test
  void fridayEveningLastsUntilMonday() {
    OffHours off = OffHours.of(List.of(row("cron(0 20 ? * MON-FRI *)", "cron(0 7 ? * MON-FRI *)")));
    assertNotNull(off);
    assertEquals(168 - 5 * 13, off.hours());
    assertTrue(off.parts().contains(new OffHours.Part(5, 0, 1440)));
    assertTrue(off.parts().contains(new OffHours.Part(0, 0, 420)));
  }

  @Test
  void everyDayTheSameHours() {
    OffHours off = OffHours.of(List.of(row("cron(30 4 * * ? *)", "cron(0 19 * * ? *)")));
    assertNotNull(off);
    assertEquals(7 * 14.5, off.hours());
    assertEquals(7, off.parts().size());
  }

  @Test
  void daysOfSeveralRangesAreUnderstood() {
    OffHours off =
        OffHours.of(List.of(row("cron(0 0 ? * MON-WED,SAT *)", "cron(0 1 ? * MON-SUN *)")));
    assertNotNull(off);
    assertEquals(4, off.hours());
  }

  @Test
  void otherExpressionsAreNotDrawn() {
    assertNull(OffHours.of(List.of()));
    assertNull(OffHours.of(List.of(row("rate(1 day)", "cron(0 7 * * ? *)"))));
    assertNull(OffHours.of(List.of(row("cron(0 20 ? * FRI-MON *)", "cron(0 7 * * ? *)"))));
    assertNull(OffHours.of(List.of(row("cron(0 29 * * ? *)", "cron(0 7 * * ? *)"))));
  }
}
