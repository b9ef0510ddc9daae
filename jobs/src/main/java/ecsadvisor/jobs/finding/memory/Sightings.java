package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.LeverAdvice;
import ecsadvisor.jobs.finding.ResourceFinding;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.ledger.Setup;
import ecsadvisor.models.ledger.Sighting;
import ecsadvisor.models.ledger.Subject;
import ecsadvisor.models.ledger.Verifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The recommendations of a run as the memory takes them. What one would save is what the waterfall
 * leaves of it, so that what waits adds up.
 */
final class Sightings {
  private record Setups(SortedMap<String, String> former, SortedMap<String, String> advised) {
    static final Setups NONE = new Setups(new TreeMap<>(), new TreeMap<>());
  }

  private final RunView run;
  private final BillDays bill;
  private final Verifier verifier;
  private final ResourceSetups resources;

  Sightings(RunView run, BillDays bill, Verifier verifier) {
    this.run = run;
    this.bill = bill;
    this.verifier = verifier;
    this.resources = new ResourceSetups(run.fleet());
  }

  List<Sighting> all() {
    Map<String, Setups> setups = new HashMap<>();
    for (ServiceFinding service : run.services()) {
      ServiceConfig now = service.fleet().config();
      if (now != null) {
        for (LeverAdvice advice : service.advice()) {
          setups.put(advice.row().recommendationId(), setups(advice, now));
        }
      }
    }
    for (ResourceFinding resource : run.shared().resources()) {
      SortedMap<String, String> advised = ResourceSetups.advised(resource.advice().proposal());
      Subject subject = subject(resource.row());
      setups.put(
          subject.recommendationId(),
          new Setups(resources.present(subject, advised.keySet()), advised));
    }
    List<Sighting> sightings = new ArrayList<>();
    for (RecommendationRow row : run.recommendations()) {
      Setups own = setups.getOrDefault(row.recommendationId(), Setups.NONE);
      sightings.add(
          new Sighting(
              subject(row),
              row.waterfallMonthlySavings(),
              Setup.of(own.former()),
              Setup.of(own.advised()),
              bill.baseline(row.resourceArn(), verifier, run.asOf())));
    }
    return sightings;
  }

  private static Setups setups(LeverAdvice advice, ServiceConfig now) {
    SortedMap<String, String> advised = ServiceSetups.advised(advice.proposal(), now);
    return new Setups(ServiceSetups.present(now, advised.keySet()), advised);
  }

  private static Subject subject(RecommendationRow row) {
    return new Subject(
        row.recommendationId(),
        row.controlId(),
        row.actionTypeExtended(),
        row.accountId(),
        row.region(),
        row.clusterName(),
        row.serviceName(),
        row.resourceArn(),
        row.owner(),
        row.environment(),
        row.currencyCode());
  }
}
