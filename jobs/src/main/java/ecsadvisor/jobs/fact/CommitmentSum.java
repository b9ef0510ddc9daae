package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.jobs.source.bill.CommitmentTerms;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.MoneyUnits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Adds up what the bill's lines say of one commitment. */
final class CommitmentSum {
  private final String id;
  private final String payerAccountId;
  private final String currency;
  private final List<CommitmentTerms> terms = new ArrayList<>();
  private final SortedSet<String> owners = new TreeSet<>();
  private final SortedSet<String> regions = new TreeSet<>();
  private final SortedSet<String> families = new TreeSet<>();
  private long used;
  private long unused;
  private long feeHours;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;

  CommitmentSum(String id, String payerAccountId, String currency) {
    this.id = id;
    this.payerAccountId = payerAccountId;
    this.currency = currency;
  }

  /** Adds a row of {@link SpendCommitments}. */
  void add(Row row) {
    addRegion(row.getString(3));
    if (!row.isNullAt(6)) {
      addFee(
          row.getString(2), CommitmentTerms.of(row.getStruct(6)), row.getLong(8), row.getLong(9));
      return;
    }
    String type = row.getString(5);
    if (type.equals(ChargeTypes.SAVINGS_PLAN_COVERED_USAGE)
        || type.equals(ChargeTypes.DISCOUNTED_USAGE)) {
      addUsage(
          row.isNullAt(7) ? null : row.getString(7),
          row.getLong(9),
          row.getDate(10).toLocalDate(),
          row.getDate(11).toLocalDate());
    }
  }

  /** Adds the region of any of its lines. */
  void addRegion(String region) {
    regions.add(region);
  }

  /** Adds fee lines of the account that owns it. */
  void addFee(String accountId, CommitmentTerms said, long lines, long effective) {
    terms.add(said);
    owners.add(accountId);
    feeHours += said.hours() * lines;
    unused += effective;
  }

  /** Adds usage that it covers; the region goes with {@link #addRegion}. */
  void addUsage(@Nullable String family, long effective, LocalDate first, LocalDate last) {
    used += effective;
    if (family != null) {
      families.add(family);
    }
    firstDay = firstDay == null || first.isBefore(firstDay) ? first : firstDay;
    lastDay = lastDay == null || last.isAfter(lastDay) ? last : lastDay;
  }

  Commitment commitment() {
    terms.sort(Comparator.comparing(CommitmentTerms::toString));
    CommitmentWords words = new CommitmentWords(id, terms);
    String kind = words.kind();
    boolean isBound = kind.equals("RESERVED_INSTANCE") || kind.equals("EC2_INSTANCE_SP");
    long hours = hours();
    long committed = used + unused;
    return new Commitment(
        id,
        kind,
        payerAccountId,
        owner(),
        isBound ? region(words) : "",
        isBound ? family(words) : "",
        words.term(),
        words.paymentOption(),
        currency,
        hours == 0 ? 0 : MoneyUnits.toCurrency(committed) / hours,
        words.endDate(),
        committed,
        used,
        (int) Math.min(hours, Integer.MAX_VALUE));
  }

  /** The hours of the fees; without fees those of the days with usage. */
  private long hours() {
    if (feeHours > 0 || firstDay == null || lastDay == null) {
      return feeHours;
    }
    return 24 * (ChronoUnit.DAYS.between(firstDay, lastDay) + 1);
  }

  /** The account of the fees, else the ARN's, else the payer. */
  private String owner() {
    if (!owners.isEmpty()) {
      return owners.first();
    }
    return arnPart(4).isEmpty() ? payerAccountId : arnPart(4);
  }

  private String region(CommitmentWords words) {
    if (!words.region().isEmpty()) {
      return words.region();
    }
    if (!arnPart(3).isEmpty()) {
      return arnPart(3);
    }
    regions.remove("");
    return regions.size() == 1 ? regions.first() : "";
  }

  private String family(CommitmentWords words) {
    if (!words.family().isEmpty()) {
      return words.family();
    }
    return families.size() == 1 ? families.first() : "";
  }

  private String arnPart(int index) {
    String[] parts = id.split(":", 6);
    return parts.length == 6 ? parts[index] : "";
  }
}
