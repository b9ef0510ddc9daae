package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a run sees and says.
 *
 * @param services what the controls of single services say
 * @param shared what the controls of shared things say
 * @param recommendations the recommendations with what is left of their savings
 * @param configs the inventory's services, also those that the run was not asked for
 * @param fleet what is known beyond single services
 * @param asOf the last day
 */
public record RunView(
    List<ServiceFinding> services,
    FleetFinding shared,
    List<RecommendationRow> recommendations,
    Map<ServiceKey, ServiceConfig> configs,
    Fleet fleet,
    LocalDate asOf) {}
