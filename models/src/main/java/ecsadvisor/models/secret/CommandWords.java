package ecsadvisor.models.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line as a shell takes them, and the passwords among them that only a
 * program's own options tell: {@code mysql -psecret}, {@code curl -u user:secret}, {@code --token
 * secret}.
 */
final class CommandWords {
  private static final int MOST_WORDS = 2000;
  private static final Set<String> MYSQL =
      Set.of("mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin", "mariadb-dump");
  private static final Map<String, Set<String>> PASSWORD_OPTIONS =
      Map.of(
          "redis-cli", Set.of("-a"),
          "valkey-cli", Set.of("-a"),
          "sshpass", Set.of("-p"),
          "mongo", Set.of("-p"),
          "mongosh", Set.of("-p"),
          "mongodump", Set.of("-p"),
          "ldapsearch", Set.of("-w"),
          "sqlcmd", Set.of("-P"));
  private static final Set<String> USER_OPTIONS = Set.of("-u", "--user", "-U", "--proxy-user");

  private CommandWords() {}

  /** The words of texts of which each may be a line for a shell. */
  static List<String> split(List<String> texts) {
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      split(text, words);
    }
    return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
  }

  /** Hands over options and what follows them, and returns whether these are all. */
  static boolean each(List<String> words, TextPairs.Taker taker) {
    String program = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      String base = word.substring(word.lastIndexOf('/') + 1);
      if (MYSQL.contains(base) || PASSWORD_OPTIONS.containsKey(base) || base.equals("curl")) {
        program = base;
      } else if (MYSQL.contains(program) && word.startsWith("-p") && word.length() > 2) {
        taker.pair("password", word.substring(2));
      } else if (PASSWORD_OPTIONS.getOrDefault(program, Set.of()).contains(word)) {
        taker.pair("password", next);
      } else if (program.equals("sshpass") && word.startsWith("-p")) {
        taker.pair("password", word.substring(2));
      } else if (program.equals("curl") && USER_OPTIONS.contains(word) && next.contains(":")) {
        taker.pair("password", next.substring(next.indexOf(':') + 1));
      } else if (isOption(word) && !next.startsWith("-")) {
        taker.pair(word.replaceFirst("^-{1,2}", ""), next);
      }
    }
    return words.size() < MOST_WORDS;
  }

  private static boolean isOption(String word) {
    return word.length() > 2
        && word.length() <= 64
        && word.startsWith("-")
        && word.chars()
            .allMatch(c -> c == '-' || c == '_' || c == '.' || Character.isLetterOrDigit(c));
  }

  private static void split(String text, List<String> words) {
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length() && words.size() <= MOST_WORDS; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        if (quote != 0) {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c <= ' ' || c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
        finish(word, words);
      } else {
        word.append(c);
      }
    }
    finish(word, words);
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
