package ecsadvisor.models.security.fix;

import java.io.Serializable;

/**
 * How a framework's rows stand, over all services.
 *
 * @param passed rows that pass
 * @param failed rows that fail and are not accepted
 * @param accepted rows whose failure is accepted for a while; they count in the coverage only
 * @param open rows without data
 */
public record Score(int passed, int failed, int accepted, int open) implements Serializable {
  /** Nothing was asked. */
  public static final Score NONE = new Score(0, 0, 0, 0);

  /** Share of the judged rows that pass, 0..1; NaN where none is judged. */
  public double score() {
    return (double) passed / (passed + failed);
  }

  /** Share of the rows that apply that are judged, 0..1; NaN where none applies. */
  public double coverage() {
    int judged = passed + failed + accepted;
    return (double) judged / (judged + open);
  }

  /** Both together. */
  public Score plus(Score other) {
    return new Score(
        passed + other.passed, failed + other.failed, accepted + other.accepted, open + other.open);
  }
}
