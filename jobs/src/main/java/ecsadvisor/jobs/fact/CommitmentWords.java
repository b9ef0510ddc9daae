package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.source.bill.CommitmentTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the fees of a commitment say of it, in the words of {@link
 * ecsadvisor.models.fact.Commitment}: from the columns where the export has them, else from the
 * fee's usage type, which names kind, family, term and payment too.
 */
final class CommitmentWords {
  /** {@code ComputeSP:1yrNoUpfront}, {@code USE1-EC2SP:m5.1yrPartialUpfront}. */
  private static final Pattern PLAN_FEE =
      Pattern.compile(
          "(?:.*-)?(?<kind>Compute|EC2|SageMaker|Database)SP:(?:(?<family>[^.]+)\\.)?"
              + "(?<term>[13]yr)(?<payment>No|Partial|All)Upfront");

  private static final Pattern RESERVATION_FEE =
      Pattern.compile("(?:.*-)?HeavyUsage:(?<family>[^.]+)\\..*");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TERM = Pattern.compile("([13])[ -]?y.*");

  private final String id;
  private final List<CommitmentTerms> terms;

  CommitmentWords(String id, List<CommitmentTerms> terms) {
    this.id = id;
    this.terms = List.copyOf(terms);
  }

  String kind() {
    if (!id.contains(":savingsplans:")) {
      return id.contains(":ec2:") ? "RESERVED_INSTANCE" : "UNKNOWN";
    }
    String offering =
        first(CommitmentWords::offering).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    if (offering.startsWith("sagemaker")) {
      return "SAGEMAKER_SP";
    }
    if (offering.startsWith("database")) {
      return "DATABASE_SP";
    }
    if (offering.startsWith("ec2")) {
      return "EC2_INSTANCE_SP";
    }
    return offering.startsWith("compute") ? "COMPUTE_SP" : "UNKNOWN";
  }

  String region() {
    return first(CommitmentTerms::region);
  }

  String family() {
    return first(
        each -> {
          if (!each.family().isEmpty()) {
            return each.family();
          }
          Matcher reservation = RESERVATION_FEE.matcher(each.usageType());
          return reservation.matches() ? reservation.group("family") : fee(each, "family");
        });
  }

  String term() {
    return first(
        each -> {
          Matcher term = TERM.matcher(each.term().toLowerCase(Locale.ROOT));
          return term.matches() ? term.group(1) + "yr" : fee(each, "term");
        });
  }

  String paymentOption() {
    return first(
        each -> {
          String said =
              each.paymentOption().isEmpty() ? fee(each, "payment") : each.paymentOption();
          for (String share : List.of("No", "Partial", "All")) {
            if (said.toLowerCase(Locale.ROOT).startsWith(share.toLowerCase(Locale.ROOT))) {
              return share + " Upfront";
            }
          }
          return "";
        });
  }

  @Nullable LocalDate endDate() {
    LocalDate latest = null;
    for (CommitmentTerms each : terms) {
      LocalDate end = date(each.end());
      if (end != null && (latest == null || end.isAfter(latest))) {
        latest = end;
      }
    }
    return latest;
  }

  private String first(Function<CommitmentTerms, String> word) {
    for (CommitmentTerms each : terms) {
      String said = word.apply(each);
      if (!said.isEmpty()) {
        return said;
      }
    }
    return "";
  }

  private static String offering(CommitmentTerms each) {
    String kind = fee(each, "kind");
    return kind.isEmpty() ? each.offering() : kind;
  }

  private static String fee(CommitmentTerms each, String part) {
    Matcher matcher = PLAN_FEE.matcher(each.usageType());
    String found = matcher.matches() ? matcher.group(part) : null;
    return found == null ? "" : found;
  }

  private static @Nullable LocalDate date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.lookingAt()) {
      return null;
    }
    try {
      return LocalDate.parse(matcher.group());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
