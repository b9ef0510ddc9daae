package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The recommendations that wait to be done, by how long they have waited.
 *
 * @param currency money of different currencies is never added
 * @param fromWeek weeks, included
 * @param belowWeek weeks, not included; {@link Integer#MAX_VALUE} for no end
 * @param count recommendations
 * @param estimatedMonthly what they would save in a month
 * @param missedToDate what they would have saved since they were first given
 */
public record AgeBand(
    String currency,
    int fromWeek,
    int belowWeek,
    int count,
    double estimatedMonthly,
    double missedToDate)
    implements Serializable {
  private static final List<Integer> STARTS = List.of(0, 2, 4, 8);

  /** The bands of each currency: below 2 weeks, 2 to 4, 4 to 8, and above. */
  public static List<AgeBand> of(Collection<LedgerEntry> entries) {
    SortedMap<String, List<LedgerEntry>> byCurrency = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.status().waits()) {
        byCurrency
            .computeIfAbsent(entry.subject().currency(), currency -> new ArrayList<>())
            .add(entry);
      }
    }
    List<AgeBand> bands = new ArrayList<>();
    byCurrency.forEach(
        (currency, own) -> {
          for (int i = 0; i < STARTS.size(); i++) {
            int end = i + 1 < STARTS.size() ? STARTS.get(i + 1) : Integer.MAX_VALUE;
            bands.add(band(currency, own, STARTS.get(i), end));
          }
        });
    return List.copyOf(bands);
  }

  private static AgeBand band(String currency, List<LedgerEntry> entries, int from, int below) {
    int count = 0;
    double monthly = 0;
    double missed = 0;
    for (LedgerEntry entry : entries) {
      if (entry.weeksOpen() >= from && entry.weeksOpen() < below) {
        count++;
        monthly += Math.max(0, entry.estimatedMonthlyLast());
        missed += entry.missedToDate();
      }
    }
    return new AgeBand(currency, from, below, count, monthly, missed);
  }
}
