package ecsadvisor.models.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in one pass which rules have a keyword in a text, so that few expressions need to run. */
final class KeywordIndex {
  private static final int ASCII = 128;

  private record Keyword(String text, int rule) {}

  private final @Nullable List<Keyword>[] byFirstTwo;
  private final BitSet always = new BitSet();

  /**
   * Indexes keywords.
   *
   * @param keywords those of each rule in lower case; none for a rule that must always run
   */
  KeywordIndex(List<List<String>> keywords) {
    byFirstTwo = table();
    for (int rule = 0; rule < keywords.size(); rule++) {
      List<String> own = keywords.get(rule);
      if (own.isEmpty() || own.stream().anyMatch(keyword -> slot(keyword, 0) < 0)) {
        always.set(rule);
      } else {
        for (String keyword : own) {
          add(new Keyword(keyword, rule));
        }
      }
    }
  }

  /** Indexes of the rules to run on a text, given in lower case. */
  BitSet candidates(String lowerCase) {
    BitSet rules = (BitSet) always.clone();
    for (int i = 0; i + 1 < lowerCase.length(); i++) {
      int slot = slot(lowerCase, i);
      List<Keyword> keywords = slot < 0 ? null : byFirstTwo[slot];
      if (keywords != null) {
        for (Keyword keyword : keywords) {
          if (lowerCase.startsWith(keyword.text(), i)) {
            rules.set(keyword.rule());
          }
        }
      }
    }
    return rules;
  }

  private void add(Keyword keyword) {
    int slot = slot(keyword.text(), 0);
    List<Keyword> keywords = byFirstTwo[slot];
    if (keywords == null) {
      keywords = new ArrayList<>();
      byFirstTwo[slot] = keywords;
    }
    keywords.add(keyword);
  }

  /** Where a text's two characters lead; negative where it has not two of ASCII's. */
  private static int slot(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return first < ASCII && second < ASCII ? first * ASCII + second : -1;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Keyword>[] table() {
    return new List[ASCII * ASCII];
  }
}
