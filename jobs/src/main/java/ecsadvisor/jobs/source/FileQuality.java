package ecsadvisor.jobs.source;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one input file.
 *
 * @param input bill, utilization or inventory
 * @param file the file's URI
 * @param kind the form that was recognised, such as {@code CUR_2_0} or {@code METRIC_STREAM_JSON}
 * @param rowsRead rows or records seen
 * @param rowsUsed those that became facts
 * @param rowsIgnored well-formed rows that the job has no use for (other namespaces, other kinds)
 * @param rowsBad rows that could not be understood; they count towards the allowed share
 * @param reasons number of ignored and bad rows by reason
 * @param firstTime earliest time among the used rows, or null
 * @param lastTime latest time among the used rows, or null
 */
public record FileQuality(
    String input,
    String file,
    String kind,
    long rowsRead,
    long rowsUsed,
    long rowsIgnored,
    long rowsBad,
    Map<String, Long> reasons,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime) {
  public FileQuality {
    reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
  }
}
