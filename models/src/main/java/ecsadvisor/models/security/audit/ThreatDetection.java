package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity.Detector;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does GuardDuty run in the service's account and region? Config rule {@code
 * guardduty-enabled-centralized}. A region has one detector; a suspended one stays in the list with
 * status DISABLED. Where no export tells, events analyzed on the bill show that one ran.
 */
public final class ThreatDetection implements Check {
  static final String DETECTOR = "guardduty-detector";
  static final String CALL = "aws guardduty get-detector";
  private static final String[] METERS = {
    "AmazonGuardDuty/PaidEventsAnalyzed",
    "AmazonGuardDuty/PaidEventsAnalyzed-Bytes",
    "AmazonGuardDuty/FreeEventsAnalyzed",
    "AmazonGuardDuty/FreeEventsAnalyzed-Bytes"
  };

  @Override
  public String statement() {
    return "GuardDuty runs in its account and region";
  }

  @Override
  public List<String> needs() {
    return List.of(DETECTOR);
  }

  @Override
  public String remedy() {
    return "Enable GuardDuty in this region (aws guardduty create-detector --enable).";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult off = off(service);
    if (off != null) {
      return off;
    }
    Detector detector = detector(service);
    if (detector != null) {
      return CheckResult.pass(new Evidence("detector", detector.id()));
    }
    return BillShows.orUnread(unread(service), service.bill(), METERS);
  }

  /** That no detector was read. */
  static CheckResult unread(SecurityFacts service) {
    CheckResult unread = Freshness.unread(service, DETECTOR, CALL);
    return unread == null
        ? CheckResult.noData(CheckReason.UNRESOLVED_REFERENCE, DETECTOR, "Add " + CALL + ".")
        : unread;
  }

  /** The failure that the detector does not run, or null where one does or nothing is known. */
  static @Nullable CheckResult off(SecurityFacts service) {
    Detector detector = detector(service);
    if (detector != null) {
      return detector.enabled()
          ? null
          : CheckResult.fail(
              CheckReason.NO_DETECTOR, new Evidence("detector", detector.id() + " (disabled)"));
    }
    return Freshness.unread(service, DETECTOR, CALL) == null
        ? CheckResult.fail(CheckReason.NO_DETECTOR)
        : null;
  }

  /** The detector, one that runs first; null where none was read lately. */
  static @Nullable Detector detector(SecurityFacts service) {
    Detector found = null;
    for (Detector detector : service.security().audit().detectors()) {
      boolean fresh = !Freshness.isStale(service, detector.collectedAt());
      if (fresh && (found == null || detector.enabled())) {
        found = detector;
      }
    }
    return found;
  }
}
