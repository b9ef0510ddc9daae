package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.regex.Pattern;

/** Where a recommendation's patch lies, seen from the page. */
final class PatchLink {
  private static final Pattern FOLDER = Pattern.compile("patches/[A-Za-z0-9][A-Za-z0-9._-]{0,200}");

  private PatchLink() {}

  /** The relative link to what the patch says of itself; empty without a patch. */
  static String of(RecommendationRow row) {
    String folder = row.patchPath();
    return FOLDER.matcher(folder).matches() ? folder + "/README.md" : "";
  }
}
