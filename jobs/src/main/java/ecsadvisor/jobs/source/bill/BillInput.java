package ecsadvisor.jobs.source.bill;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of the bill, chosen and checked: each billing period of a payer occurs in one delivery
 * only, and all lines are in one currency.
 *
 * @param files the files, sorted by delivery and name
 * @param warnings what a reader of the report should know, one sentence each
 */
public record BillInput(List<BillFile> files, List<String> warnings) {
  public BillInput {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /** The billing months of all files. */
  public SortedSet<YearMonth> periods() {
    SortedSet<YearMonth> periods = new TreeSet<>();
    files.forEach(file -> periods.addAll(file.periods()));
    return periods;
  }

  /** Number of lines of all files. */
  public long rows() {
    return files.stream().mapToLong(BillFile::rows).sum();
  }
}
