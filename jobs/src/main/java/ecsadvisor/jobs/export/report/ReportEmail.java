package ecsadvisor.jobs.export.report;

/**
 * The weekly review as a mail: tables and inline styles only, the top of each list, below the size
 * at which mail programs cut a message off.
 */
public final class ReportEmail {
  private ReportEmail() {}

  /** The mail's HTML part. */
  public static String render(ReportModel model) {
    return Templates.render("email.jte", ReportPage.of(model));
  }
}
