package ecsadvisor.jobs.export;

/** run.json: how the run was made. The one file whose bytes differ between equal runs. */
public final class RunJson {
  private RunJson() {}

  /** The file's text. */
  public static String text(RunFacts facts) {
    return Json.pretty(facts);
  }
}
