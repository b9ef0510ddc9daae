package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Timeline;
import java.time.YearMonth;

/**
 * A billing period, and the part of it that the organisation's files cover.
 *
 * @param organisation whose bill it is
 * @param month the month
 */
record Period(Organisation organisation, YearMonth month) {

  /** First covered hour. */
  int firstHour() {
    return Math.max(organisation.timeline().firstHour(), Timeline.firstHour(month));
  }

  /** Hour after the last covered one. */
  int endHour() {
    return Math.min(organisation.timeline().endHour(), Timeline.firstHour(month.plusMonths(1)));
  }

  /** Whether the month is over, so that its invoice is out. */
  boolean closed() {
    return organisation.timeline().endHour() >= Timeline.firstHour(month.plusMonths(1));
  }

  /** The invoice's number; blank while the month is open. */
  String invoiceId() {
    if (!closed()) {
      return "";
    }
    long number = Math.floorMod(Seeds.hash(organisation.seed(), "invoice", month), 900_000_000L);
    return Long.toString(1_100_000_000L + number);
  }

  /** A charge over the part of its hours that lies in this period. */
  Charge part(int from, int to, Object... name) {
    String id = Seeds.base32(52, organisation.seed(), "line", month, String.join("/", texts(name)));
    return new Charge(id, Math.max(from, firstHour()), Math.min(to, endHour()));
  }

  /** A charge over the whole period. */
  Charge charge(Object... name) {
    return part(firstHour(), endHour(), name);
  }

  private static String[] texts(Object... parts) {
    String[] texts = new String[parts.length];
    for (int index = 0; index < parts.length; index++) {
      texts[index] = parts[index].toString();
    }
    return texts;
  }
}
