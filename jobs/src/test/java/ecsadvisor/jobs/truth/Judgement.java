package ecsadvisor.jobs.truth;

import ecsadvisor.jobs.BillFacts;
import ecsadvisor.jobs.FleetOf;
import ecsadvisor.jobs.fact.BalancerFacts;
import ecsadvisor.jobs.fact.PlantedUsage;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.FleetJudge;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.finding.ServiceInput;
import ecsadvisor.jobs.finding.ServiceJudge;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.truth.CostTruth;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.cost.CostControls;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.price.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One verdict beside the truth.
 *
 * @param archetype what the service is an example of
 * @param planted what was planted and why
 * @param given what the control says and why
 */
record Judgement(
    String control,
    String service,
    String archetype,
    String expected,
    String planted,
    String verdict,
    String given) {

  boolean equal() {
    return expected.equals(verdict);
  }

  /** The ten controls' verdicts on every service of the facts, as the weekly job gives them. */
  static List<Judgement> of(PlantedFacts facts) {
    Map<ServiceKey, Map<String, ControlRow>> rows = new TreeMap<>();
    for (ControlRow row : findings(facts).controls()) {
      if (row.framework().equals("ECS_COST_2024")) {
        ServiceKey key =
            new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
        rows.computeIfAbsent(key, name -> new TreeMap<>()).put(row.controlId(), row);
      }
    }
    List<Judgement> judgements = new ArrayList<>();
    for (Service service : facts.organisation().services()) {
      Map<String, ControlRow> own = rows.getOrDefault(PlantedUsage.key(service), Map.of());
      CostTruth.of(service)
          .forEach(
              (control, expected) -> {
                ControlRow row = own.get(control);
                judgements.add(
                    new Judgement(
                        control,
                        service.name(),
                        service.archetype().name(),
                        expected.verdict().name(),
                        expected.reason(),
                        row == null ? "NO_ROW" : row.verdict(),
                        row == null ? "" : row.reasonCodes() + " " + row.evidence()));
              });
    }
    return judgements;
  }

  private static Findings findings(PlantedFacts facts) {
    PriceBook prices = PriceBook.shipped();
    List<CostControl> controls =
        CostControls.inOrder(
            CostSettings.defaults(),
            prices,
            facts.bill().rates(),
            InstancePools.of(facts.inventory().clusterFacts()));
    ServiceJudge judge =
        new ServiceJudge(
            service -> controls, TagSettings.defaults(), facts.window(), prices.currency());
    SortedMap<ServiceKey, List<RequestDay>> requests =
        BalancerFacts.requests(
            facts.balancers(),
            FleetOf.onlyServices(facts.inventory()),
            facts.inventory().loadBalancers());
    SortedSet<ServiceKey> keys = new TreeSet<>(facts.inventory().services().keySet());
    keys.addAll(facts.spend().keySet());
    keys.addAll(facts.usage().keySet());
    List<ServiceFinding> findings = new ArrayList<>();
    for (ServiceKey key : keys) {
      findings.add(
          judge.judge(
              new ServiceInput(
                  key.accountId(),
                  key.region(),
                  key.clusterName(),
                  key.serviceName(),
                  facts.inventory().services().get(key),
                  facts.spend().get(key),
                  facts.usage().get(key),
                  facts.inventory().services().containsKey(key)
                      ? requests.getOrDefault(key, List.of())
                      : null)));
    }
    FleetFinding fleet =
        FleetJudge.judge(
            FleetOf.fleet(
                facts.window(),
                findings,
                facts.inventory(),
                new BillFacts(
                    facts.bill().resources(),
                    facts.bill().commitmentUsage().stream()
                        .filter(usage -> facts.window().contains(usage.day()))
                        .toList(),
                    facts.bill().commitments(),
                    facts.bill().rates()),
                facts.balancers()),
            FleetControls.of(CostSettings.defaults(), prices));
    return Findings.of(findings, fleet);
  }
}
