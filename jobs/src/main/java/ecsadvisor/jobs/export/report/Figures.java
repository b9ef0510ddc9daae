package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.TableColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as the review prints them: comma between thousands, full stop before decimals. */
final class Figures {
  static final String NOTHING = "–";

  /** Keeps a number and its unit on one line. */
  static final char JOIN = '\u00A0';

  private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(100);

  private Figures() {}

  /** A cell of money as the CSV prints it; zero where it is absent. */
  static BigDecimal cents(@Nullable Double amount) {
    return TableColumns.rounded(amount == null ? 0 : amount, 2);
  }

  /** An amount to the cent. */
  static String amount(BigDecimal amount) {
    return format(amount, 2);
  }

  /** An amount without cents from 100 on. */
  static String briefAmount(BigDecimal amount) {
    return format(amount, amount.abs().compareTo(WHOLE_FROM) >= 0 ? 0 : 2);
  }

  /** A whole number. */
  static String count(long count) {
    return format(BigDecimal.valueOf(count), 0);
  }

  /** A number with its noun: {@code 1 service}, {@code 2 services}. */
  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A number with this many decimals. */
  static String decimal(double value, int decimals) {
    return format(TableColumns.rounded(value, decimals), decimals);
  }

  /** A share of 1 as a percentage with one decimal. */
  static String percent(double share) {
    return decimal(share * 100, 1) + JOIN + "%";
  }

  /** A relative change with its sign. */
  static String change(double share) {
    BigDecimal percent = TableColumns.rounded(share * 100, 1);
    return (percent.signum() > 0 ? "+" : "") + format(percent, 1) + JOIN + "%";
  }

  /** The ratio of two amounts, or null where the second is zero. */
  static @Nullable Double ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.doubleValue() / whole.doubleValue();
  }

  /** An interval of amounts; empty where it is not known or a single amount. */
  static String interval(@Nullable Double low, @Nullable Double high) {
    if (low == null || high == null) {
      return "";
    }
    BigDecimal from = cents(low);
    BigDecimal to = cents(high);
    return from.compareTo(to) == 0
        ? ""
        : briefAmount(from) + JOIN + NOTHING + JOIN + briefAmount(to);
  }

  /** CPU units as vCPU: 256 is {@code 0.25 vCPU}. */
  static String virtualCpus(double cpuUnits) {
    String number = TableColumns.rounded(cpuUnits / 1024, 3).stripTrailingZeros().toPlainString();
    return number + JOIN + "vCPU";
  }

  /** Memory in MiB. */
  static String memory(double memoryMiB) {
    return format(TableColumns.rounded(memoryMiB, 0), 0) + JOIN + "MiB";
  }

  /** A size of the tables, such as {@code 1 vCPU / 2048 MiB}, with its units kept together. */
  static String size(String summary) {
    return summary.replace(" vCPU", JOIN + "vCPU").replace(" MiB", JOIN + "MiB");
  }

  private static String format(BigDecimal value, int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    String digits = format.format(rounded.abs());
    return rounded.signum() < 0 ? "−" + digits : digits;
  }
}
