package ecsadvisor.jobs.finding;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.security.Check;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the security controls say of all services.
 *
 * @param catalogue the rows that were asked
 * @param checks the checks that answered
 * @param findings the answers by service
 * @param fixes what fixing what fails costs or saves
 * @param patches where the patches lie
 */
public record SecurityReview(
    Catalogue catalogue,
    List<Check> checks,
    SortedMap<ServiceKey, SecurityFinding> findings,
    SecurityFixes fixes,
    SecurityControlRows.PatchPaths patches) {
  public SecurityReview {
    checks = List.copyOf(checks);
    findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
  }

  /** The review of these findings, without prices and patches. */
  public static SecurityReview of(
      Catalogue catalogue, List<Check> checks, List<SecurityFinding> findings) {
    SortedMap<ServiceKey, SecurityFinding> byKey = new TreeMap<>();
    findings.forEach(finding -> byKey.put(finding.verdicts().key(), finding));
    return new SecurityReview(
        catalogue, checks, byKey, SecurityFixes.NONE, SecurityControlRows.PatchPaths.NONE);
  }

  /** The same with prices. */
  public SecurityReview with(SecurityFixes prices) {
    return new SecurityReview(catalogue, checks, findings, prices, patches);
  }

  /** The same with patches. */
  public SecurityReview with(SecurityControlRows.PatchPaths paths) {
    return new SecurityReview(catalogue, checks, findings, fixes, paths);
  }

  /** What is said of a service, or null where it was not judged. */
  @Nullable SecurityFinding of(ServiceKey key) {
    return findings.get(key);
  }

  /** How answers become rows of controls.csv. */
  SecurityControlRows rows() {
    return new SecurityControlRows(checks, fixes, patches);
  }
}
