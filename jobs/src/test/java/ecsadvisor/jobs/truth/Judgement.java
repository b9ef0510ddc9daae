package ecsadvisor.jobs.truth;

import ecsadvisor.jobs.BillFacts;
import ecsadvisor.jobs.FleetOf;
import ecsadvisor.jobs.fact.BalancerFacts;
import ecsadvisor.jobs.fact.PlantedUsage;
import ecsadvisor.jobs.finding.Findings;
import ecsadvisor.jobs.finding.FleetFinding;
import ecsadvisor.jobs.finding.FleetJudge;
import ecsadvisor.jobs.finding.SecurityFindings;
import ecsadvisor.jobs.finding.SecurityReview;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.finding.ServiceInput;
import ecsadvisor.jobs.finding.ServiceJudge;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.truth.CostTruth;
import ecsadvisor.jobs.generate.truth.Expected;
import ecsadvisor.jobs.generate.truth.SecurityTruth;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.cost.CostControls;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.BillEvidences;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecurityChecks;
import ecsadvisor.models.security.SecurityJudge;
import ecsadvisor.models.security.SecuritySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** All rows' verdicts on every service of the facts, as the weekly job gives them. */
  static List<Judgement> of(PlantedFacts facts) {
    Map<ServiceKey, Map<String, ControlRow>> rows = new TreeMap<>();
    for (ControlRow row : findings(facts).controls()) {
      ServiceKey key =
          new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
      rows.computeIfAbsent(key, name -> new TreeMap<>())
          .put(name(row.framework(), row.controlId()), row);
    }
    List<Judgement> judgements = new ArrayList<>();
    for (Service service : facts.organisation().services()) {
      Map<String, ControlRow> own = rows.getOrDefault(PlantedUsage.key(service), Map.of());
      Map<String, Expected> truth = new LinkedHashMap<>(CostTruth.of(service));
      SecurityTruth.of(facts.organisation(), service)
          .forEach((line, expected) -> truth.put(name(line.framework(), line.control()), expected));
      truth.forEach(
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
                    row == null ? "" : row.reasonCodes() + " " + row.evidence() + row.missing()));
          });
    }
    return judgements;
  }

  /** Cost controls by their id; others with their framework, since two have an ECS.1. */
  private static String name(String framework, String control) {
    return framework.equals("ECS_COST_2024") ? control : framework + " " + control;
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
                    facts.bill().rates(),
                    facts.bill().meters()),
                facts.balancers()),
            FleetControls.of(CostSettings.defaults(), prices));
    return Findings.of(findings, fleet, security(facts, findings));
  }

  private static SecurityReview security(PlantedFacts facts, List<ServiceFinding> services) {
    Catalogue catalogue = Catalogue.load();
    List<Check> checks = SecurityChecks.all(SecuritySettings.defaults());
    return SecurityReview.of(
        catalogue,
        checks,
        new SecurityFindings(
                facts.inventory(),
                facts.attestations(),
                BillEvidences.of(facts.bill().meters()),
                new SecurityJudge(catalogue, checks),
                facts.window().asOf(),
                TagSettings.defaults().ownerKeys())
            .judge(services));
  }
}
