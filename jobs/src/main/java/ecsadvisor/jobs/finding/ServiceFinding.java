package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.util.List;

/** Everything that the run says of one service, ready for the tables. */
public record ServiceFinding(
    ServiceRow service,
    List<RecommendationRow> recommendations,
    List<ControlOutcome> controls,
    List<DailyCostRow> dailyCosts,
    List<DailyUtilizationRow> dailyUtilization) {}
