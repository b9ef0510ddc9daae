package ecsadvisor.models.security.fix;

import ecsadvisor.models.catalogue.Framework;
import java.util.HashSet;
import java.util.Set;

/** Equal failed rows of many services: they pass when the last of their fixes is made. */
final class FailedRows {
  /**
   * What makes rows equal.
   *
   * @param fixes all that must be fixed
   * @param open whether something else about them is not known
   * @param hopeless whether something fails that no fix repairs
   */
  record Pattern(
      Framework framework,
      String control,
      Set<FixCandidate.Id> fixes,
      boolean open,
      boolean hopeless) {
    Pattern {
      fixes = Set.copyOf(fixes);
    }
  }

  private final Pattern pattern;
  private final Set<FixCandidate.Id> left;
  private int count;

  FailedRows(Pattern pattern) {
    this.pattern = pattern;
    this.left = new HashSet<>(pattern.fixes());
  }

  void addOne() {
    count++;
  }

  Pattern pattern() {
    return pattern;
  }

  int count() {
    return count;
  }

  /** Makes a fix; whether these rows do not fail any more. */
  boolean isRepairedBy(FixCandidate.Id fix) {
    return left.remove(fix) && left.isEmpty() && !pattern.hopeless();
  }
}
