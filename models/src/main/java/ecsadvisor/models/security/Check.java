package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.SecurityFacts;
import java.util.List;
import java.util.Locale;

/**
 * One question about a service's security that evidence answers. Rows of frameworks are composed of
 * checks; a check is answered once for a service, however many rows ask for it.
 *
 * <p>A check never guesses: what it needs and does not find is {@code NO_DATA} with the export that
 * would settle it.
 */
public interface Check {
  /** Its id in checks.csv and attestations: {@code ReadOnlyRootFilesystem} as words. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** What holds when it passes, as a sentence without its full stop. */
  String statement();

  /** Inventory kinds and other inputs that it reads. */
  List<String> needs();

  /** What to do when it fails, as a sentence. */
  String remedy();

  /** The answer for a service. */
  CheckResult judge(SecurityFacts service);
}
