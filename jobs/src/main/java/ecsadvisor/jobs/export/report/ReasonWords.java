package ecsadvisor.jobs.export.report;

import ecsadvisor.models.finding.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Says reason codes in words.
 *
 * @param code the code as the tables print it
 * @param meaning what it means
 * @param unlock what would settle it; empty where nothing has to
 */
public record ReasonWords(String code, String meaning, String unlock) {

  /** The words of a cell of codes, in the cell's order. */
  static List<ReasonWords> of(String codes) {
    List<ReasonWords> words = new ArrayList<>();
    for (String code : codes.split("[;,| ]+", -1)) {
      if (!code.isBlank()) {
        words.add(ofCode(code));
      }
    }
    return words;
  }

  private static ReasonWords ofCode(String code) {
    for (ReasonCode reason : ReasonCode.values()) {
      if (reason.code().equals(code)) {
        return new ReasonWords(code, reason.meaning(), reason.unlock());
      }
    }
    return new ReasonWords(code, "", "");
  }
}
