package ecsadvisor.jobs;

import ecsadvisor.jobs.source.FileQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The last day that telemetry covers whole, for runs without a bill. */
final class LastDay {
  private LastDay() {}

  /** The day before the one of the latest record, or null where no record has a time. */
  static @Nullable LocalDate of(Collection<FileQuality> quality) {
    Instant last = null;
    for (FileQuality file : quality) {
      Instant time = file.lastTime();
      if (time != null
          && file.input().equals("utilization")
          && (last == null || time.isAfter(last))) {
        last = time;
      }
    }
    return last == null ? null : last.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }
}
