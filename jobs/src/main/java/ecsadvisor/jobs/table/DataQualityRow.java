package ecsadvisor.jobs.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of data_quality.csv: what was read of one input file and what was not. */
public record DataQualityRow(
    String input,
    String file,
    String kind,
    long rowsRead,
    long rowsUsed,
    long rowsSkipped,
    String skipReasons,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime) {}
