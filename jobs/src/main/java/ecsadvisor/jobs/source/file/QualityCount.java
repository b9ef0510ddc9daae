package ecsadvisor.jobs.source.file;

import ecsadvisor.jobs.source.FileQuality;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is read of one file. Reasons are fixed texts; nothing of the content enters them. */
public final class QualityCount {
  private final String input;
  private final String file;
  private String kind = "UNKNOWN";
  private long used;
  private long ignored;
  private long bad;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;
  private final Map<String, Tally> reasons = new TreeMap<>();

  private static final class Tally {
    private long count;
    private long firstLine;
  }

  /**
   * @param input bill, utilization or inventory
   * @param file the file's URI
   */
  public QualityCount(String input, String file) {
    this.input = input;
    this.file = file;
  }

  /** The file's URI. */
  public String file() {
    return file;
  }

  /** Sets the form that was recognised. */
  public void kind(String form) {
    kind = form;
  }

  /** A record that became a fact about that time. */
  public void used(long epochMillis) {
    used++;
    firstMillis = Math.min(firstMillis, epochMillis);
    lastMillis = Math.max(lastMillis, epochMillis);
  }

  /** A record that became a fact without a time. */
  public void used() {
    used++;
  }

  /** A well-formed record that the job has no use for. */
  public void ignored(String reason) {
    ignored++;
    tally(reason).count++;
  }

  /** Something that a used record lacks. */
  public void lacking(String reason) {
    tally(reason).count++;
  }

  /** A record that cannot be understood, without a line. */
  public void bad(String reason) {
    bad(reason, 0);
  }

  /**
   * A record that cannot be understood.
   *
   * @param line the line of the file, from 1; 0 where lines mean nothing
   */
  public void bad(String reason, long line) {
    bad++;
    Tally tally = tally(reason);
    if (tally.count++ == 0) {
      tally.firstLine = line;
    }
  }

  /** What has been counted. */
  public FileQuality result() {
    Map<String, Long> counts = new TreeMap<>();
    reasons.forEach(
        (reason, tally) ->
            counts.merge(
                tally.firstLine > 0 ? reason + " (first at line " + tally.firstLine + ")" : reason,
                tally.count,
                Long::sum));
    return new FileQuality(
        input,
        file,
        kind,
        used + ignored + bad,
        used,
        ignored,
        bad,
        counts,
        firstMillis == Long.MAX_VALUE ? null : Instant.ofEpochMilli(firstMillis),
        lastMillis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastMillis));
  }

  private Tally tally(String reason) {
    return reasons.computeIfAbsent(reason, ignoredReason -> new Tally());
  }
}
