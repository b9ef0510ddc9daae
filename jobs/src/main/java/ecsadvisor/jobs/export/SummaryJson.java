package ecsadvisor.jobs.export;

/** summary.json: the run in a few figures. */
public final class SummaryJson {
  private SummaryJson() {}

  /** The file's text. */
  public static String text(Summary summary) {
    return Json.pretty(summary);
  }
}
