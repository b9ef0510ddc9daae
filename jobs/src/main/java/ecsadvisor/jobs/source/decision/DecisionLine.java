package ecsadvisor.jobs.source.decision;

import ecsadvisor.models.ledger.Decision;
import ecsadvisor.models.ledger.DecisionKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of a file of decisions, held to its form. */
final class DecisionLine {
  static final List<String> COLUMNS =
      List.of("recommendation_id", "decision", "reason", "until", "author", "decided_on");
  private static final int LONGEST_SHOWN = 40;

  private final List<String> header;
  private final CSVRecord row;
  private final String place;
  private final List<String> mistakes;

  DecisionLine(List<String> header, CSVRecord row, String place, List<String> mistakes) {
    this.header = header;
    this.row = row;
    this.place = place;
    this.mistakes = mistakes;
  }

  static List<String> mistakesOfHeader(List<String> header, String place) {
    List<String> mistakes = new ArrayList<>();
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        mistakes.add(place + "the column " + column + " is missing");
      }
    }
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (!COLUMNS.contains(column)) {
        mistakes.add("%sunknown column %s".formatted(place, shown(column)));
      } else if (header.indexOf(column) < i) {
        mistakes.add("%sthe column %s is there twice".formatted(place, column));
      }
    }
    return mistakes;
  }

  /** The decision, or null where something is not in order. */
  @Nullable Decision decision() {
    int before = mistakes.size();
    String id = required("recommendation_id");
    DecisionKind kind = kind();
    String reason = text("reason");
    String author = text("author");
    LocalDate decidedOn = day("decided_on");
    LocalDate until = text("until").isEmpty() ? null : day("until");
    if (required("decided_on").isEmpty() || kind == null || decidedOn == null) {
      return null;
    }
    if (kind != DecisionKind.IN_PROGRESS) {
      required("reason");
      required("author");
    }
    if (kind == DecisionKind.SNOOZED) {
      required("until");
    }
    if (until != null && until.isBefore(decidedOn)) {
      mistake("until is before decided_on");
    }
    return mistakes.size() > before
        ? null
        : new Decision(id, kind, reason, until, author, decidedOn);
  }

  private @Nullable DecisionKind kind() {
    String word = required("decision");
    DecisionKind kind = DecisionKind.of(word);
    if (kind == null && !word.isEmpty()) {
      mistake("decision must be InProgress, Dismissed or Snoozed, not " + shown(word));
    }
    return kind;
  }

  private @Nullable LocalDate day(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      mistake("%s must be a day such as 2026-11-20, not %s".formatted(column, shown(text)));
      return null;
    }
  }

  private String required(String column) {
    String value = text(column);
    if (value.isEmpty()) {
      mistake(column + " is missing");
    }
    return value;
  }

  private String text(String column) {
    int index = header.indexOf(column);
    return index < 0 ? "" : row.get(index);
  }

  private void mistake(String text) {
    mistakes.add(place + text);
  }

  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }
}
