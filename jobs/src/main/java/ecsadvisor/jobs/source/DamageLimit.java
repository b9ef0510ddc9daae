package ecsadvisor.jobs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of an input may be unreadable before the run stops: figures from half a file would be
 * wrong without anybody noticing.
 */
public final class DamageLimit {
  private static final int FILES_NAMED = 5;

  private DamageLimit() {}

  /**
   * Checks every kind of file.
   *
   * @param quality what was read of each file
   * @param maxBadShare allowed share of bad rows among the rows of a kind, 0..1
   * @throws DamagedInput when a kind has more; names its worst files
   */
  public static void check(List<FileQuality> quality, double maxBadShare) {
    Map<String, List<FileQuality>> byKind = new TreeMap<>();
    for (FileQuality file : quality) {
      byKind.computeIfAbsent(file.input() + " " + file.kind(), kind -> new ArrayList<>()).add(file);
    }
    byKind.forEach((kind, files) -> check(kind, files, maxBadShare));
  }

  private static void check(String kind, List<FileQuality> files, double maxBadShare) {
    long read = files.stream().mapToLong(FileQuality::rowsRead).sum();
    long bad = files.stream().mapToLong(FileQuality::rowsBad).sum();
    if (bad == 0 || bad <= maxBadShare * Math.max(read, bad)) {
      return;
    }
    List<String> worst =
        files.stream()
            .filter(file -> file.rowsBad() > 0)
            .sorted(
                java.util.Comparator.comparingLong(FileQuality::rowsBad)
                    .reversed()
                    .thenComparing(FileQuality::file))
            .limit(FILES_NAMED)
            .map(file -> "%s (%d bad: %s)".formatted(file.file(), file.rowsBad(), reasons(file)))
            .toList();
    throw new DamagedInput(
        String.format(
            Locale.ROOT,
            "%s: %d of %d rows are unreadable, more than the allowed %s %%, in %s. Repair or leave"
                + " out these files, or raise --max-bad-share",
            kind,
            bad,
            Math.max(read, bad),
            percent(maxBadShare),
            String.join(", ", worst)));
  }

  private static String percent(double share) {
    return new java.math.BigDecimal(Double.toString(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String reasons(FileQuality file) {
    return file.reasons().entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
