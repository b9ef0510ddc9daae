package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.security.ControlVerdict;
import ecsadvisor.models.security.fix.FixCost;
import ecsadvisor.models.security.fix.FixCosts;
import ecsadvisor.models.security.fix.FixFacts;
import ecsadvisor.models.security.fix.FixPrices;
import ecsadvisor.models.security.fix.FixTotal;
import ecsadvisor.models.security.fix.Portfolio;
import ecsadvisor.models.security.fix.PortfolioStep;
import ecsadvisor.models.security.fix.SharedFixes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What fixing each service's failing checks costs or saves, what services share divided. */
public final class SecurityFixes {
  /** Nothing is priced. */
  public static final SecurityFixes NONE = new SecurityFixes(new TreeMap<>(), List.of());

  private final SortedMap<ServiceKey, List<FixCost>> divided;
  private final List<PortfolioStep> steps;

  private SecurityFixes(SortedMap<ServiceKey, List<FixCost>> divided, List<PortfolioStep> steps) {
    this.divided = divided;
    this.steps = steps;
  }

  /**
   * Prices all that fails.
   *
   * @param services the services
   * @param findings what is said of their security
   * @param meters the bill's meters of the window
   */
  public static SecurityFixes of(
      List<ServiceFinding> services,
      List<SecurityFinding> findings,
      List<BillMeter> meters,
      Window window,
      FixPrices prices) {
    FixFactsOf facts = new FixFactsOf(services, meters, window);
    Map<ServiceKey, ServiceFinding> byKey = new HashMap<>();
    services.forEach(service -> byKey.put(service.fleet().key(), service));
    List<SharedFixes.Demand> demands = new ArrayList<>();
    List<Portfolio.Member> members = new ArrayList<>();
    for (SecurityFinding finding : findings) {
      ServiceFinding service = byKey.get(finding.verdicts().key());
      SecurityFacts known = finding.facts();
      if (service == null || known == null) {
        continue;
      }
      List<FixCost> fixes = fixes(finding, facts.of(service, known), prices);
      members.add(new Portfolio.Member(finding.verdicts(), fixes));
      Double tasks = service.fleet().tasksNow();
      double hours = tasks == null ? 0 : tasks * Rates.HOURS_PER_MONTH;
      demands.add(new SharedFixes.Demand(finding.verdicts().key(), hours, fixes));
    }
    return new SecurityFixes(SharedFixes.divided(demands), Portfolio.steps(members));
  }

  /** Fixes of the checks that fail a row which is not accepted. */
  private static List<FixCost> fixes(SecurityFinding finding, FixFacts facts, FixPrices prices) {
    TreeSet<String> failed = new TreeSet<>();
    for (ControlVerdict row : finding.verdicts().controls()) {
      if (row.verdict() == Verdict.FAIL && !row.suppressed()) {
        failed.addAll(row.failed());
      }
    }
    List<FixCost> fixes = new ArrayList<>();
    for (String check : failed) {
      FixCost fix = FixCosts.of(check, facts, prices);
      if (fix != null) {
        fixes.add(fix);
      }
    }
    return fixes;
  }

  /** The steps from today's scores to the best, in the order in which they are worth it. */
  public List<PortfolioStep> steps() {
    return steps;
  }

  /**
   * What fixing some checks of a service costs, by currency; what two of them need is paid once.
   */
  Map<String, FixTotal> totals(ServiceKey service, Collection<String> checks) {
    return FixTotal.of(
        divided.getOrDefault(service, List.of()).stream()
            .filter(fix -> checks.contains(fix.check()))
            .toList());
  }
}
