package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs of an organisation of planted services. */
public final class PlantedWeeks {
  private final List<PlantedService> services;

  public PlantedWeeks(Map<String, String> weeksByName) {
    services =
        new TreeMap<>(weeksByName)
            .entrySet().stream()
                .map(entry -> new PlantedService(entry.getKey(), entry.getValue()))
                .toList();
  }

  /** What the run of a week sees and says. */
  public RunView run(int week) {
    List<ServiceFinding> findings = new ArrayList<>();
    List<RecommendationRow> rows = new ArrayList<>();
    Map<ServiceKey, ServiceConfig> configs = new TreeMap<>();
    Set<String> complete = new TreeSet<>();
    for (PlantedService service : services) {
      ServiceFinding finding = service.finding(week);
      findings.add(finding);
      finding.advice().forEach(advice -> rows.add(advice.row()));
      ServiceConfig config = service.config(week);
      if (config != null) {
        configs.put(service.key(), config);
      }
      if (service.isListed(week)) {
        complete.add(service.key().accountId() + "/eu-west-1/ecs-service");
      }
    }
    return new RunView(
        findings,
        new FleetFinding(
            Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of()),
        rows,
        configs,
        new Fleet(
            new Window(PlantedService.week(week), 32),
            findings.stream().map(ServiceFinding::fleet).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            complete,
            Set.of()),
        PlantedService.week(week));
  }

  PlantedService service(String name) {
    return services.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
