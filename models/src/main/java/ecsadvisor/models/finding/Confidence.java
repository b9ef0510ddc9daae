package ecsadvisor.models.finding;

import java.io.Serializable;

/**
 * How much history stands behind a finding.
 *
 * @param score 0..1: the lesser of days over look-back and coverage
 * @param evidenceDays days with data
 * @param coverage minutes with data over minutes of those days
 */
public record Confidence(double score, int evidenceDays, double coverage) implements Serializable {
  public static final Confidence NONE = new Confidence(0, 0, 0);
}
