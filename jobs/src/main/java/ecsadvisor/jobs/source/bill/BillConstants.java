package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What all lines of a group of files have in common, so that it is not read line by line.
 *
 * @param firstPeriod the group's first billing month, for lines that do not say theirs
 * @param onePeriod whether it is the only one
 * @param payer the paying account, or null where lines may differ
 * @param currency the currency, likewise
 * @param emptyColumns columns that hold no value in any line
 * @param mapKeys the keys of tags that occur, or null where not known
 */
record BillConstants(
    String firstPeriod,
    boolean onePeriod,
    @Nullable String payer,
    @Nullable String currency,
    Set<String> emptyColumns,
    @Nullable Set<String> mapKeys) {

  static BillConstants of(List<BillFile> files) {
    TextRange payers = files.get(0).payers();
    TextRange currencies = files.get(0).currencies();
    @Nullable Set<String> keys = new TreeSet<>();
    Set<String> empty = new HashSet<>(files.get(0).emptyColumns());
    for (BillFile file : files) {
      payers = payers.with(file.payers());
      currencies = currencies.with(file.currencies());
      empty.retainAll(file.emptyColumns());
      keys = keys == null || file.mapKeys() == null ? null : union(keys, file.mapKeys());
    }
    return new BillConstants(
        files.get(0).periods().get(0).toString(),
        files.get(0).periods().size() == 1,
        payers.constant(),
        currencies.constant(),
        empty,
        keys);
  }

  private static Set<String> union(Set<String> left, List<String> right) {
    Set<String> union = new TreeSet<>(left);
    union.addAll(right);
    return union;
  }

  /** The spellings under which a map may hold a tag, those that occur where that is known. */
  List<String> spellings(String tagKey) {
    if (mapKeys == null) {
      return TagSpelling.candidates(tagKey);
    }
    String squeezed = ColumnNames.squeeze(tagKey);
    String plain = ColumnNames.squeeze(TagSpelling.plain(tagKey));
    List<String> exact =
        mapKeys.stream().filter(key -> ColumnNames.squeeze(key).equals(squeezed)).toList();
    return exact.isEmpty()
        ? mapKeys.stream().filter(key -> ColumnNames.squeeze(key).equals(plain)).toList()
        : exact;
  }

  Column period(Column periodStart) {
    if (onePeriod) {
      return lit(firstPeriod);
    }
    return coalesce(periodStart.cast("string").substr(1, 7), lit(firstPeriod));
  }

  Column payer(Column column) {
    return constantOr(payer, column);
  }

  Column currency(Column column) {
    return constantOr(currency, column);
  }

  private static Column constantOr(@Nullable String constant, Column column) {
    return constant != null ? lit(constant) : coalesce(column, lit(""));
  }
}
