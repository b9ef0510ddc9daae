package ecsadvisor.models.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best choice of at most some candidates within a budget, found exactly.
 *
 * <p>A knapsack with one choice per group: {@code best[k][p]} is the best set of {@code k}
 * candidates that takes {@code p} points. Sets are compared by saving, then by fewer points, and
 * the first found wins, so equal inputs give equal sets.
 *
 * @param cents saving
 * @param points disruption
 * @param count candidates
 * @param last the candidate added last; null for the empty set
 * @param rest the set without it; null for the empty set
 */
record Picks(long cents, int points, int count, @Nullable Scored last, @Nullable Picks rest) {
  private static final Picks NONE = new Picks(0, 0, 0, null, null);

  /** A candidate with its figures. */
  record Scored(Candidate candidate, long cents, int points, double score) {}

  /**
   * The best sets of one owner, by number of candidates.
   *
   * @param groups candidates of which one at most is chosen
   * @param most candidates in a set
   * @param budget points of a set
   */
  static List<Picks> within(List<List<Scored>> groups, int most, int budget) {
    @Nullable Picks[][] best = new Picks[most + 1][budget + 1];
    best[0][0] = NONE;
    for (List<Scored> group : groups) {
      for (int count = most - 1; count >= 0; count--) {
        for (int points = budget; points >= 0; points--) {
          Picks from = best[count][points];
          if (from == null) {
            continue;
          }
          for (Scored option : group) {
            int sum = points + option.points();
            if (sum <= budget) {
              best[count + 1][sum] = better(best[count + 1][sum], from.plus(option));
            }
          }
        }
      }
    }
    List<Picks> byCount = new ArrayList<>();
    for (int count = 0; count <= most; count++) {
      Picks chosen = null;
      for (int points = 0; points <= budget; points++) {
        Picks picks = best[count][points];
        chosen = picks == null ? chosen : better(chosen, picks);
      }
      if (chosen != null) {
        byCount.add(chosen);
      }
    }
    return byCount;
  }

  /** The best sets of several owners together, by number of candidates. */
  static List<Picks> together(List<Picks> left, List<Picks> right, int most) {
    @Nullable Picks[] best = new Picks[most + 1];
    for (Picks first : left) {
      for (Picks second : right) {
        if (first.count() + second.count() <= most) {
          Picks both = first;
          for (Scored scored : second.list()) {
            both = both.plus(scored);
          }
          best[both.count()] = better(best[both.count()], both);
        }
      }
    }
    List<Picks> byCount = new ArrayList<>();
    for (Picks picks : best) {
      if (picks != null) {
        byCount.add(picks);
      }
    }
    return byCount;
  }

  /** The best of some sets. */
  static Picks best(List<Picks> sets) {
    Picks best = NONE;
    for (Picks picks : sets) {
      best = better(best, picks);
    }
    return best;
  }

  static List<Picks> none() {
    return List.of(NONE);
  }

  /** Its candidates, in the order in which they were added. */
  List<Scored> list() {
    List<Scored> list = new ArrayList<>();
    for (Picks picks = this; picks != null && picks.last() != null; picks = picks.rest()) {
      list.add(picks.last());
    }
    Collections.reverse(list);
    return list;
  }

  private Picks plus(Scored option) {
    return new Picks(cents + option.cents(), points + option.points(), count + 1, option, this);
  }

  private static Picks better(@Nullable Picks known, Picks other) {
    if (known == null || other.cents() > known.cents()) {
      return other;
    }
    return other.cents() == known.cents() && other.points() < known.points() ? other : known;
  }
}
