package ecsadvisor.models.ledger;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one resource that follow each other too closely to be measured one by one.
 *
 * @param from first day on which any of it was in effect
 * @param through day from which all of it was
 * @param entries what was done and is to be measured, sorted by id
 * @param foreign whether it holds a change that is not to be measured
 * @param earliestBefore first day that the group before leaves undisturbed; null for no group
 * @param latestAfter last day before the group after; null for no group
 */
record ChangeGroup(
    LocalDate from,
    LocalDate through,
    List<LedgerEntry> entries,
    boolean foreign,
    @Nullable LocalDate earliestBefore,
    @Nullable LocalDate latestAfter) {

  private record Change(LocalDate from, LocalDate through, @Nullable LedgerEntry entry) {}

  /** The groups of a resource's entries, in order of time. */
  static List<ChangeGroup> of(List<LedgerEntry> entries, Verifier.Settings settings) {
    List<Change> changes = changes(entries);
    List<List<Change>> groups = new ArrayList<>();
    LocalDate end = LocalDate.MIN;
    for (Change change : changes) {
      boolean near =
          !groups.isEmpty()
              && change
                  .from()
                  .isBefore(end.plusDays(settings.settleDays() + settings.minimumDaysAfter()));
      if (!near) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(change);
      end = near && end.isAfter(change.through()) ? end : change.through();
    }
    List<ChangeGroup> result = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      LocalDate earliest =
          i == 0 ? null : through(groups.get(i - 1)).plusDays(settings.settleDays());
      LocalDate latest =
          i + 1 == groups.size() ? null : groups.get(i + 1).get(0).from().minusDays(1);
      result.add(group(groups.get(i), earliest, latest));
    }
    return List.copyOf(result);
  }

  /** What its changes are meant to change. */
  Set<Aspect> meant() {
    Set<Aspect> meant = EnumSet.noneOf(Aspect.class);
    entries.forEach(entry -> meant.addAll(kind(entry).changes()));
    return meant;
  }

  boolean has(ActionKind kind) {
    return entries.stream().anyMatch(entry -> kind(entry) == kind);
  }

  static ActionKind kind(LedgerEntry entry) {
    return ActionKind.of(entry.subject().action());
  }

  private static List<Change> changes(List<LedgerEntry> entries) {
    List<Change> changes = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      LocalDate done = entry.implementedOn();
      ActionKind kind = kind(entry);
      LocalDate partly = entry.partlyOn();
      if (kind == ActionKind.WATCH) {
        continue; // watching costs changes none
      }
      if (entry.status().isDone() && done != null) {
        LocalDate from = partly == null || partly.isAfter(done) ? done : partly;
        changes.add(new Change(from, done, kind.unit() == SavingUnit.NONE ? null : entry));
        continue;
      }
      if (done != null) {
        changes.add(new Change(done, done, null));
        LocalDate undone = entry.standing().since();
        changes.add(new Change(undone, undone, null));
      }
      if (partly != null) {
        changes.add(new Change(partly, partly, null));
      }
    }
    changes.sort(
        comparing(Change::from)
            .thenComparing(Change::through)
            .thenComparing(
                change -> change.entry() == null ? "" : change.entry().recommendationId()));
    return changes;
  }

  private static LocalDate through(List<Change> changes) {
    LocalDate through = changes.get(0).through();
    for (Change change : changes) {
      through = change.through().isAfter(through) ? change.through() : through;
    }
    return through;
  }

  private static ChangeGroup group(
      List<Change> changes, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    List<LedgerEntry> entries = new ArrayList<>();
    boolean foreign = false;
    for (Change change : changes) {
      LedgerEntry entry = change.entry();
      if (entry == null) {
        foreign = true;
      } else {
        entries.add(entry);
      }
    }
    entries.sort(comparing(LedgerEntry::recommendationId));
    return new ChangeGroup(
        changes.get(0).from(), through(changes), List.copyOf(entries), foreign, earliest, latest);
  }
}
