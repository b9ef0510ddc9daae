package ecsadvisor.jobs.source.bill;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What must hold of the chosen files together, so that no cent is counted twice. */
final class BillChecks {
  private BillChecks() {}

  static void check(List<BillFile> files, List<String> mistakes, List<String> warnings) {
    checkPeriods(files, mistakes);
    checkCurrencies(files, mistakes);
  }

  private static void checkPeriods(List<BillFile> files, List<String> mistakes) {
    Map<String, BillFile> reported = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      for (int j = 0; j < i; j++) {
        BillFile left = files.get(j);
        BillFile right = files.get(i);
        YearMonth common = common(left, right);
        if (common == null || !left.payers().mayOverlap(right.payers())) {
          continue;
        }
        String both = left.delivery() + " " + right.delivery() + " " + common;
        if (sameDelivery(left, right) || reported.putIfAbsent(both, left) != null) {
          continue;
        }
        mistakes.add(
            "--bill: %s is in two deliveries, %s and %s; give one of them"
                .formatted(common, left.uri(), right.uri()));
      }
    }
  }

  private static boolean sameDelivery(BillFile left, BillFile right) {
    return left.delivery().equals(right.delivery())
        && left.version().equals(right.version())
        && left.dialect() == right.dialect();
  }

  private static @org.jspecify.annotations.Nullable YearMonth common(
      BillFile left, BillFile right) {
    for (YearMonth period : left.periods()) {
      if (right.periods().contains(period)) {
        return period;
      }
    }
    return null;
  }

  private static void checkCurrencies(List<BillFile> files, List<String> mistakes) {
    TreeSet<String> currencies = new TreeSet<>();
    files.forEach(file -> currencies.addAll(file.currencies().values()));
    currencies.remove("");
    if (currencies.size() > 1) {
      mistakes.add(
          "--bill: amounts in several currencies (%s); give bills of one currency"
              .formatted(String.join(", ", currencies)));
    }
  }
}
