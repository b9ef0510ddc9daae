package ecsadvisor.jobs.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with a settings file, one line each, all found in one go. */
final class Mistakes {
  private final String file;
  private final List<String> lines = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  void add(String text) {
    lines.add("--config %s: %s".formatted(file, text));
  }

  /** A key that means nothing, with the one that is nearest to it. */
  void unknownKey(String path, String key, Collection<String> known) {
    String nearest = "";
    int distance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int own = EditDistance.between(key, candidate);
      if (own < distance) {
        distance = own;
        nearest = candidate;
      }
    }
    add("unknown key %s. Maybe you mean %s?".formatted(joined(path, key), joined(path, nearest)));
  }

  List<String> lines() {
    return lines;
  }

  static String joined(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
