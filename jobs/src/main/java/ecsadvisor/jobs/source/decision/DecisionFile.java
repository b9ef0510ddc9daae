package ecsadvisor.jobs.source.decision;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.file.TextFiles;
import ecsadvisor.models.ledger.Decision;
import ecsadvisor.models.ledger.Decisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of decisions with the columns {@code recommendation_id, decision, reason, until,
 * author, decided_on} in any order. A line that is not in order is a mistake of its author, never
 * ignored; an id that no run knows may be one of another place and is left to the caller.
 */
public final class DecisionFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

  private static final int MOST_MISTAKES = 20;
  private static final int MOST_WARNINGS = 10;

  private final String file;
  private final List<Decision> decisions = new ArrayList<>();
  private final IdentityHashMap<Decision, Long> lines = new IdentityHashMap<>();

  private DecisionFile(String file) {
    this.file = file;
  }

  /**
   * The decisions of a file.
   *
   * @param text the file's text
   * @param file its name, for messages
   * @throws UserMistake with one line per mistake
   */
  public static DecisionFile read(String text, String file) {
    DecisionFile read = new DecisionFile(file);
    List<String> mistakes = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(TextFiles.withoutMark(text), FORMAT)) {
      Iterator<CSVRecord> rows = parser.iterator();
      List<String> header = rows.hasNext() ? rows.next().toList() : List.of();
      mistakes.addAll(DecisionLine.mistakesOfHeader(header, read.place(1)));
      boolean isReadable = mistakes.isEmpty();
      // Asking for the next row reads it, so the line on which it begins is taken before.
      long line = parser.getCurrentLineNumber() + 1;
      while (isReadable && mistakes.size() < MOST_MISTAKES && rows.hasNext()) {
        read.add(header, rows.next(), line, mistakes);
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (CSVException | UncheckedIOException e) {
      mistakes.add("--decisions %s: no CSV".formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot fail to be read", e);
    }
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return read;
  }

  /** The decisions in the order of the file. */
  public List<Decision> decisions() {
    return Collections.unmodifiableList(decisions);
  }

  /** A line for each decision that is not heeded; after some, how many more. */
  public List<String> warnings(List<Decisions.Problem> problems) {
    List<String> warnings = new ArrayList<>();
    for (Decisions.Problem problem : problems) {
      if (warnings.size() == MOST_WARNINGS) {
        warnings.add(
            "--decisions %s: %d more decisions are not heeded"
                .formatted(file, problems.size() - MOST_WARNINGS));
        break;
      }
      warnings.add(
          "%sdecision on %s is not heeded: %s"
              .formatted(
                  place(lines.getOrDefault(problem.decision(), 0L)),
                  DecisionLine.shown(problem.decision().recommendationId()),
                  problem.why()));
    }
    return warnings;
  }

  private void add(List<String> header, CSVRecord row, long line, List<String> mistakes) {
    if (row.size() == 1 && row.get(0).isEmpty()) {
      return;
    }
    if (row.size() != header.size()) {
      mistakes.add(
          "%s%d cells, but the header has %d".formatted(place(line), row.size(), header.size()));
      return;
    }
    Decision decision = new DecisionLine(header, row, place(line), mistakes).decision();
    if (decision != null) {
      decisions.add(decision);
      lines.put(decision, line);
    }
  }

  private String place(long line) {
    return "--decisions %s: line %d: ".formatted(file, line);
  }
}
