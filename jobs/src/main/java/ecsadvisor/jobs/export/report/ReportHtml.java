package ecsadvisor.jobs.export.report;

/**
 * The weekly review as one page: no script, nothing loaded from anywhere, figures as inline SVG,
 * well-formed as XML. The page's size is bounded: it shows the largest of everything and counts the
 * rest.
 */
public final class ReportHtml {
  private ReportHtml() {}

  /** The page. */
  public static String render(ReportModel model) {
    return Templates.render("report.jte", ReportPage.of(model));
  }
}
