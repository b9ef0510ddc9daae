package ecsadvisor.jobs.export.patch;

import java.util.List;

/**
 * A failing check that a patch fixes, for its page.
 *
 * @param id the check's id
 * @param statement what should hold, as a sentence without its full stop
 * @param service the service for which it fails
 * @param because the facts, as {@code name=value}
 * @param remedy what to do, as a sentence
 */
public record FixedCheck(
    String id, String statement, String service, List<String> because, String remedy) {
  public FixedCheck {
    because = List.copyOf(because);
  }
}
