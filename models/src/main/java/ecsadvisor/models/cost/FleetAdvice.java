package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a control of shared things says.
 *
 * @param verdicts the answer for each service. A change here carries no saving of its own where the
 *     money is with a shared resource: its saving is then {@code Saving.NONE} and the resource's
 *     advice has it
 * @param resources advice about shared resources, each with its own saving, ordered by resource
 */
public record FleetAdvice(SortedMap<ServiceKey, Advice> verdicts, List<ResourceAdvice> resources) {
  public FleetAdvice {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    resources = List.copyOf(resources);
  }
}
