package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What meters on the bill prove: that something ran. Their absence proves nothing. */
final class BillShows {
  private BillShows() {}

  /** A pass on the first of these meters that ran, or null where none did or the bill is no use. */
  static @Nullable CheckResult anyOf(BillEvidence bill, String... meters) {
    if (!bill.usable()) {
      return null;
    }
    for (String meter : meters) {
      Double usage = bill.meter(meter);
      if (usage != null && usage > 0) {
        return CheckResult.pass(new Evidence("bill_meter", meter + " " + figure(usage)))
            .because(CheckReason.BILL_PRESENT)
            .on(CheckResult.Basis.BILL);
      }
    }
    return null;
  }

  /** What the bill says where an export lacks, else that it says nothing. */
  static CheckResult orUnread(CheckResult unread, BillEvidence bill, String... meters) {
    CheckResult shown = anyOf(bill, meters);
    if (shown != null) {
      return shown;
    }
    return bill.usable() ? unread.because(CheckReason.BILL_ABSENT_INCONCLUSIVE) : unread;
  }

  static String figure(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
