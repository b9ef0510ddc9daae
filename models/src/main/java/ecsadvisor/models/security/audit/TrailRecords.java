package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity.ManagementEvents;
import ecsadvisor.models.fact.security.AuditSecurity.Trail;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does a trail record all management events of the service's region? Like Security Hub CloudTrail.1
 * it must record those that read and those that write and leave out none; a trail of this region
 * alone is enough for a service. It must log now and its bucket must take the files. An
 * organization's trail counts where the account's own list of trails shows it.
 *
 * <p>The bill proves that some trail delivered events, not which: its word is taken only where the
 * settings say so.
 */
public final class TrailRecords implements Check {
  private static final String TRAIL = "cloudtrail-trail";

  /** What can be set. */
  public record Settings(
      @Setting("whether recorded events on the bill are enough where no trail was exported")
          boolean acceptBill) {
    /** Only a trail's own settings count. */
    public static Settings defaults() {
      return new Settings(false);
    }
  }

  private final Settings settings;

  public TrailRecords(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "A trail records the management events of its region";
  }

  @Override
  public List<String> needs() {
    return List.of(TRAIL, "cloudtrail-status", "cloudtrail-event-selectors");
  }

  @Override
  public String remedy() {
    return "Create a trail for all regions that records all management events, and start it.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    List<Evidence> weak = new ArrayList<>();
    CheckReason reason = CheckReason.NO_TRAIL;
    String open = "";
    for (Trail trail : service.security().audit().trails()) {
      CheckReason defect = defect(trail);
      String missing = missing(trail, service);
      if (defect == null && missing.isEmpty()) {
        return CheckResult.pass(new Evidence("trail", trail.arn()));
      }
      if (defect == null) {
        open = missing;
      } else {
        reason = defect;
      }
      weak.add(new Evidence("trail", described(trail)));
    }
    CheckResult unread =
        open.isEmpty()
            ? Freshness.unread(service, TRAIL, "aws cloudtrail describe-trails")
            : CheckResult.noData(
                CheckReason.UNRESOLVED_REFERENCE,
                open,
                "Add aws cloudtrail describe-trails, get-trail-status and get-event-selectors.");
    if (unread == null) {
      return CheckResult.fail(reason).with(weak);
    }
    return billed(unread.with(weak), service);
  }

  private CheckResult billed(CheckResult unread, SecurityFacts service) {
    CheckResult shown =
        BillShows.anyOf(
            service.bill(), "AWSCloudTrail/FreeEventsRecorded", "AWSCloudTrail/PaidEventsRecorded");
    if (shown == null) {
      return unread;
    }
    return settings.acceptBill() ? shown : unread.with(shown.because());
  }

  /** What is surely wrong with a trail, or null. */
  private static @Nullable CheckReason defect(Trail trail) {
    ManagementEvents events = trail.events();
    if (Boolean.FALSE.equals(trail.logging()) || !trail.deliveryError().isEmpty()) {
      return CheckReason.TRAIL_STOPPED;
    }
    if (events == null || (events.reads() && events.writes() && events.leftOut().isEmpty())) {
      return null;
    }
    return CheckReason.TRAIL_PARTIAL;
  }

  /** The kind that would tell more of a trail; empty where enough is known. */
  private static String missing(Trail trail, SecurityFacts service) {
    if (Freshness.isStale(service, trail.collectedAt())) {
      return TRAIL;
    }
    if (trail.logging() == null) {
      return "cloudtrail-status";
    }
    return trail.events() == null ? "cloudtrail-event-selectors" : "";
  }

  private static String described(Trail trail) {
    List<String> facts = new ArrayList<>();
    if (Boolean.FALSE.equals(trail.logging())) {
      facts.add("not logging");
    }
    if (!trail.deliveryError().isEmpty()) {
      facts.add("delivery " + trail.deliveryError());
    }
    ManagementEvents events = trail.events();
    if (events != null) {
      if (!events.reads()) {
        facts.add("no read events");
      }
      if (!events.writes()) {
        facts.add("no write events");
      }
      events.leftOut().forEach(source -> facts.add("without " + source));
    }
    return facts.isEmpty() ? trail.arn() : trail.arn() + " (" + String.join(", ", facts) + ")";
  }
}
