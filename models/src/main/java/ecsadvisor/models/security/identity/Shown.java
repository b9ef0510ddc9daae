package ecsadvisor.models.security.identity;

import java.util.List;

/** Long lists in evidence. */
final class Shown {
  private Shown() {}

  /** The first of them, and how many more there are. */
  static String of(List<String> all, int most) {
    return all.size() <= most
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, most)) + " and " + (all.size() - most) + " more";
  }
}
