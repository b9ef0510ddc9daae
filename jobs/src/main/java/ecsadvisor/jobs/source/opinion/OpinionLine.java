package ecsadvisor.jobs.source.opinion;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an export by column.
 *
 * @param cells the cells by plain column name ({@link OpinionForm#plain})
 */
record OpinionLine(Map<String, String> cells) {
  OpinionLine {
    cells = Map.copyOf(cells);
  }

  /** The cell without blanks around it; empty where the file has no such column or value. */
  String text(String column) {
    return cells.getOrDefault(OpinionForm.plain(column), "").strip();
  }

  /** The cell as a number, or null where it is none. */
  @Nullable Double number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The cell as a whole number, or null. */
  @Nullable Integer whole(String column) {
    Double number = number(column);
    return number == null ? null : Integer.valueOf((int) Math.round(number));
  }

  /** The cell as a time in UTC, or null. */
  @Nullable Instant time(String column) {
    String text = text(column).replace(' ', 'T');
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(text.endsWith("Z") ? text : text + "Z");
    } catch (DateTimeException e) {
      return null;
    }
  }
}
