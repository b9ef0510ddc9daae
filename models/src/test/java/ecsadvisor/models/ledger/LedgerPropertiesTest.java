package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.Advice.SETTINGS;
import static ecsadvisor.models.ledger.Advice.sighting;
import static ecsadvisor.models.ledger.Advice.week;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a world does, the memory keeps its promises. */
class LedgerPropertiesTest {
  private static final int WEEKS = 20;

  /** What a random week brings. */
  private record Week(
      int number,
      List<Sighting> sightings,
      List<Observation> observations,
      List<Decision> decisions) {
    List<LedgerEntry> run(List<LedgerEntry> history) {
      return new Ledger(SETTINGS).next(history, sightings, observations, decisions, week(number));
    }

    Week shuffled(Random random) {
      List<Sighting> other = new ArrayList<>(sightings);
      List<Observation> seen = new ArrayList<>(observations);
      Collections.shuffle(other, random);
      Collections.shuffle(seen, random);
      return new Week(number, other, seen, decisions);
    }
  }

  private static <T> T any(Random random, T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private static List<Week> weeks(long seed) {
    Random random = new Random(seed);
    List<Week> weeks = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    for (int number = 0; number < WEEKS; number += 1 + random.nextInt(2)) {
      List<Sighting> sightings = new ArrayList<>();
      List<Observation> observations = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String id = "r" + i;
        if (random.nextInt(3) > 0) {
          sightings.add(sighting(id, random.nextInt(200) - 20));
        }
        if (random.nextInt(10) == 0) {
          sightings.add(sighting(id, random.nextInt(200)));
        }
        if (random.nextInt(4) > 0) {
          observations.add(
              new Observation(
                  id,
                  any(random, Applied.values()),
                  any(random, Answer.values()),
                  random.nextBoolean() ? null : week(number).minusDays(random.nextInt(40))));
        }
        if (random.nextInt(6) == 0) {
          decisions.add(
              new Decision(
                  id,
                  any(random, DecisionKind.values()),
                  "other",
                  random.nextBoolean() ? null : week(number + random.nextInt(5)),
                  "ana",
                  week(number).plusDays(random.nextInt(10) - 5)));
        }
      }
      weeks.add(new Week(number, sightings, observations, List.copyOf(decisions)));
    }
    return weeks;
  }

  @Property(tries = 200)
  void aWeekRunAgainGivesTheSame(@ForAll long seed) {
    List<LedgerEntry> history = new ArrayList<>();
    for (Week week : weeks(seed)) {
      List<LedgerEntry> first = week.run(history);
      history.addAll(first);
      assertEquals(first, week.run(history));
    }
  }

  @Property(tries = 200)
  void theOrderOfWhatIsGivenDoesNotMatter(@ForAll long seed) {
    List<LedgerEntry> history = new ArrayList<>();
    for (Week week : weeks(seed)) {
      List<LedgerEntry> entries = week.run(history);
      assertEquals(entries, week.shuffled(new Random(seed)).run(history));
      history.addAll(entries);
      Collections.shuffle(history, new Random(seed));
    }
  }

  @Property(tries = 200)
  void everyIdEverGivenHasOneEntry(@ForAll long seed) {
    List<LedgerEntry> history = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Week week : weeks(seed)) {
      week.sightings().forEach(s -> known.add(s.subject().recommendationId()));
      List<LedgerEntry> entries = week.run(history);
      assertEquals(
          known.stream().sorted().toList(),
          entries.stream().map(LedgerEntry::recommendationId).toList());
      history.addAll(entries);
    }
  }

  @Property(tries = 200)
  void ageAndLossNeverShrinkAndTheFirstDayStays(@ForAll long seed) {
    List<LedgerEntry> history = new ArrayList<>();
    Map<String, LedgerEntry> before = new HashMap<>();
    for (Week week : weeks(seed)) {
      List<LedgerEntry> entries = week.run(history);
      for (LedgerEntry entry : entries) {
        LedgerEntry last = before.put(entry.recommendationId(), entry);
        assertTrue(last == null || entry.weeksOpen() >= last.weeksOpen());
        assertTrue(last == null || entry.missedToDate() >= last.missedToDate());
        assertTrue(last == null || entry.firstSeen().equals(last.firstSeen()));
        assertTrue(entry.daysOpen() <= 7 * week.number());
      }
      history.addAll(entries);
    }
  }

  @Property(tries = 200)
  void whatIsDoneHasADayBetweenTheFirstAndToday(@ForAll long seed) {
    List<LedgerEntry> history = new ArrayList<>();
    for (Week week : weeks(seed)) {
      List<LedgerEntry> entries = week.run(history);
      for (LedgerEntry entry : entries) {
        if (entry.status().isDone()) {
          LocalDate done = requireNonNull(entry.implementedOn());
          assertTrue(!done.isBefore(entry.firstSeen()) && !done.isAfter(entry.asOf()));
        }
      }
      history.addAll(entries);
    }
  }
}
