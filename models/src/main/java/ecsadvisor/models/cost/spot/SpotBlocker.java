package ecsadvisor.models.cost.spot;

import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import java.util.List;

/**
 * What has to be changed before a service goes to Spot.
 *
 * @param reason the code
 * @param change the change, in words
 * @param steps the commands for it; empty where none does it
 */
public record SpotBlocker(ReasonCode reason, String change, List<Step> steps) {
  public SpotBlocker {
    steps = List.copyOf(steps);
  }
}
