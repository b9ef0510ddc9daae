package ecsadvisor.jobs.source.attestation;

import ecsadvisor.models.fact.security.Attestation;
import ecsadvisor.models.fact.security.Attestation.StatedVerdict;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a file of attestations, held to its form. */
final class AttestationEntry {
  private static final int LONGEST_DAYS = 365;
  private static final int LONGEST_EXCEPTION_DAYS = 90;
  private static final Pattern SCOPE = Pattern.compile("all|[0-9]{12}|arn:[\\w:/*.@+=-]+");
  private static final Set<String> FIELDS =
      Set.of(
          "control",
          "check",
          "scope",
          "verdict",
          "statement",
          "evidence_ref",
          "attested_by",
          "attested_on",
          "expires_on",
          "type");

  private final Map<String, String> fields;
  private final String place;
  private final List<String> mistakes;

  AttestationEntry(Map<String, String> fields, String place, List<String> mistakes) {
    this.fields = fields;
    this.place = place;
    this.mistakes = mistakes;
  }

  /** The attestation, or null where something is not in order. */
  @Nullable Attestation attestation(Set<String> controls) {
    int before = mistakes.size();
    for (String name : new TreeSet<>(fields.keySet())) {
      if (!FIELDS.contains(name)) {
        mistake("unknown field " + name);
      }
    }
    String control = required("control");
    if (!control.isEmpty() && !controls.contains(control)) {
      mistake("there is no control " + control);
    }
    String scope = required("scope");
    if (!scope.isEmpty() && !SCOPE.matcher(scope).matches()) {
      mistake("scope must be all, an account or an ARN, not " + scope);
    }
    @Nullable StatedVerdict verdict = oneOf(StatedVerdict.class, "verdict");
    Attestation.@Nullable Type type = oneOf(Attestation.Type.class, "type");
    @Nullable LocalDate from = day("attested_on");
    @Nullable LocalDate until = day("expires_on");
    if (type != null && from != null && until != null) {
      checkDays(type, from, until);
    }
    String statement = required("statement");
    String reference = required("evidence_ref");
    String author = required("attested_by");
    if (mistakes.size() > before
        || verdict == null
        || type == null
        || from == null
        || until == null) {
      return null;
    }
    return new Attestation(
        control, text("check"), scope, verdict, statement, reference, author, from, until, type);
  }

  /** A statement holds for a year at most, an exception for a quarter. */
  private void checkDays(Attestation.Type type, LocalDate from, LocalDate until) {
    int longest = type == Attestation.Type.EXCEPTION ? LONGEST_EXCEPTION_DAYS : LONGEST_DAYS;
    long days = ChronoUnit.DAYS.between(from, until);
    if (days < 0) {
      mistake("expires_on is before attested_on");
    } else if (days > longest) {
      mistake(
          "expires_on is %d days after attested_on; %s may hold for %d"
              .formatted(days, type, longest));
    }
  }

  private String text(String name) {
    String value = fields.get(name);
    return value == null ? "" : value.strip();
  }

  private String required(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      mistake(name + " is missing");
    }
    return value;
  }

  private @Nullable LocalDate day(String name) {
    String value = required(name);
    if (value.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      mistake(name + " must be a day such as 2026-11-20, not " + value);
      return null;
    }
  }

  private <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name) {
    String value = required(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    if (!value.isEmpty()) {
      mistake(
          "%s must be one of %s, not %s"
              .formatted(name, Arrays.toString(type.getEnumConstants()), value));
    }
    return null;
  }

  private void mistake(String text) {
    mistakes.add(place + text.replaceAll("\\p{Cntrl}", "?"));
  }
}
