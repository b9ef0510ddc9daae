package ecsadvisor.jobs.source.secret;

import ecsadvisor.jobs.source.UserMistake;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, and what is merely not heeded. */
final class Messages {
  private final String prefix;
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Messages(String prefix) {
    this.prefix = prefix;
  }

  void mistake(String text) {
    mistakes.add(prefix + text);
  }

  void warn(String text) {
    if (!warnings.contains(prefix + text)) {
      warnings.add(prefix + text);
    }
  }

  boolean isClean() {
    return mistakes.isEmpty();
  }

  List<String> warnings() {
    return warnings;
  }

  void throwMistakes() {
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
  }
}
