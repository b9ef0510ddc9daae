package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.ledger.Answer;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the controls of single services say of one service.
 *
 * @param service its row
 * @param advice the changes proposed, in the order of their levers
 * @param controls one outcome per row of the catalogue that such controls answer
 * @param dailyCosts its cost by day
 * @param dailyUtilization its utilization by day
 * @param answers what each lever's control says on its own
 * @param days its compute on the bill, by day, ascending
 * @param fleet the service as the controls of shared things see it
 * @param bill what its lines of the bill say beyond its row
 */
public record ServiceFinding(
    ServiceRow service,
    List<LeverAdvice> advice,
    List<ControlOutcome> controls,
    List<DailyCostRow> dailyCosts,
    List<DailyUtilizationRow> dailyUtilization,
    SortedMap<Lever, Answer> answers,
    List<ServiceDay> days,
    FleetService fleet,
    ServiceBill bill)
    implements Serializable {
  public ServiceFinding {
    advice = List.copyOf(advice);
    controls = List.copyOf(controls);
    dailyCosts = List.copyOf(dailyCosts);
    dailyUtilization = List.copyOf(dailyUtilization);
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    days = List.copyOf(days);
  }
}
