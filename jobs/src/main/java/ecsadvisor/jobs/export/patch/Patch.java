package ecsadvisor.jobs.export.patch;

import ecsadvisor.jobs.export.Staging;
import ecsadvisor.jobs.finding.PatchFolder;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that apply and undo one recommendation.
 *
 * @param recommendationId which one
 * @param files text by file name, in reading order; names have no folders
 */
public record Patch(String recommendationId, Map<String, String> files) {
  public Patch {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** Its folder below the run's. */
  public String folder() {
    return PatchFolder.of(recommendationId);
  }

  /** Writes the files into a run. */
  public void writeTo(Staging staging) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      staging.text(folder() + "/" + file.getKey(), file.getValue());
    }
  }
}
