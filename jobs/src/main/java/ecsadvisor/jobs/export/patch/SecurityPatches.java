package ecsadvisor.jobs.export.patch;

import static java.util.stream.Collectors.joining;

import ecsadvisor.jobs.export.Staging;
import ecsadvisor.jobs.finding.PatchFolder;
import ecsadvisor.jobs.finding.SecurityPatchId;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.SecurityVerdicts;
import ecsadvisor.models.security.remedy.Fix;
import ecsadvisor.models.security.remedy.FixTarget;
import ecsadvisor.models.security.remedy.SecurityRemedies;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The patches of failing security checks: one for each service, which also applies its right-sizing
 * in the same new revision, and one for each thing that many services share.
 */
public final class SecurityPatches {
  private static final String CONTROL = "SECURITY";
  private static final Comparator<FixTarget> ORDER =
      Comparator.comparing(FixTarget::accountId)
          .thenComparing(FixTarget::region)
          .thenComparing(FixTarget::clusterName)
          .thenComparing(FixTarget::type)
          .thenComparing(FixTarget::id)
          .thenComparing(FixTarget::arn);

  private final Map<String, Check> checks = new HashMap<>();
  private final Map<FixTarget, SecurityBundle> bundles = new TreeMap<>(ORDER);
  private final Map<ServiceKey, Map<String, Set<String>>> folders = new HashMap<>();

  /**
   * Patches of these checks.
   *
   * @param checks every check, for what it states and advises
   */
  public SecurityPatches(List<Check> checks) {
    checks.forEach(check -> this.checks.put(check.id(), check));
  }

  /**
   * Adds the fixes of a service's failing checks. Services are added in a fixed order.
   *
   * @param sizes the right-sizing of the service, or null where it has none
   */
  public void add(
      SecurityFacts service, SecurityVerdicts verdicts, Step.@Nullable ReviseTask sizes) {
    FixTarget own = null;
    for (Map.Entry<String, CheckResult> check : verdicts.checks().entrySet()) {
      CheckResult result = check.getValue();
      if (result.verdict() != Verdict.FAIL || result.suppressed()) {
        continue;
      }
      FixedCheck fixed = fixed(check.getKey(), service.key(), result);
      for (Fix fix : SecurityRemedies.of(check.getKey(), service, result)) {
        FixTarget target = fix.target();
        if (!PatchFolder.isNameable(target.accountId(), target.region())) {
          continue;
        }
        SecurityBundle bundle = bundles.computeIfAbsent(target, one -> new SecurityBundle(id(one)));
        bundle.add(fix.step(), fixed, target.isService() ? service.config() : null);
        folders
            .computeIfAbsent(service.key(), unused -> new HashMap<>())
            .computeIfAbsent(check.getKey(), unused -> new TreeSet<>())
            .add(PatchFolder.of(bundle.id()));
        own = target.isService() ? target : own;
      }
    }
    SecurityBundle bundle = own == null ? null : bundles.get(own);
    if (bundle != null && sizes != null && bundle.revises()) {
      bundle.resize(sizes);
    }
  }

  /**
   * The folders of the patches that fix a failing check, with semicolons between them; empty where
   * there is none.
   */
  public String folders(ServiceKey service, String checkId) {
    return String.join(
        "; ", folders.getOrDefault(service, Map.of()).getOrDefault(checkId, Set.of()));
  }

  /** The folders of the patches that fix any of several checks, likewise. */
  public String folders(ServiceKey service, List<String> checkIds) {
    Map<String, Set<String>> all = folders.getOrDefault(service, Map.of());
    return checkIds.stream()
        .flatMap(id -> all.getOrDefault(id, Set.of()).stream())
        .distinct()
        .sorted()
        .collect(joining("; "));
  }

  /** How many there are. */
  public int size() {
    return bundles.size();
  }

  /** The patches, in a fixed order. */
  public List<Patch> patches() {
    return bundles.entrySet().stream()
        .map(entry -> patch(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Writes them, one after the other. */
  public void writeTo(Staging staging) throws IOException {
    for (Map.Entry<FixTarget, SecurityBundle> entry : bundles.entrySet()) {
      patch(entry.getKey(), entry.getValue()).writeTo(staging);
    }
  }

  private FixedCheck fixed(String id, ServiceKey service, CheckResult result) {
    Check check = checks.get(id);
    List<String> because =
        result.because().stream().map(one -> one.name() + "=" + one.value()).toList();
    String statement = check == null ? "A statement that demands it is made" : check.statement();
    String remedy = check == null ? "Put a statement into the attestations." : check.remedy();
    String name = service.clusterName() + "/" + service.serviceName();
    return new FixedCheck(id, statement, name, because, remedy);
  }

  private static Patch patch(FixTarget target, SecurityBundle bundle) {
    String id = bundle.id();
    String serviceName = target.isService() ? target.id() : "";
    PatchSubject subject =
        new PatchSubject(
            id,
            CONTROL,
            target.accountId(),
            target.region(),
            target.clusterName(),
            serviceName,
            target.isService() ? target.arn() : "",
            target.type(),
            target.id(),
            target.arn(),
            bundle.config());
    return PatchWriter.patch(subject, proposal(bundle), bundle.checks());
  }

  private static Proposal proposal(SecurityBundle bundle) {
    List<Step> steps = bundle.steps();
    boolean isByHand = steps.stream().allMatch(ByHand.class::isInstance);
    boolean replacesTasks = steps.stream().anyMatch(ServiceRevision::covers);
    int checks = bundle.checkIds().size();
    return new Proposal(
        "Secure",
        "Secure",
        "Insecure",
        List.of(),
        replacesTasks ? PerformanceRisk.MEDIUM : PerformanceRisk.VERY_LOW,
        checks == 1 ? "1 check fails" : checks + " checks fail",
        String.join(", ", bundle.checkIds()),
        null,
        null,
        null,
        List.of(),
        steps,
        isByHand ? "High" : "Medium",
        replacesTasks,
        !isByHand);
  }

  private static String id(FixTarget target) {
    return SecurityPatchId.of(
        target.accountId(),
        target.region(),
        target.clusterName(),
        target.type(),
        target.id(),
        target.arn());
  }
}
