package ecsadvisor.models.ledger;

import ecsadvisor.models.setting.Setting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures on the bill what changes really save.
 *
 * <p>Whole weeks before the change are compared with whole weeks after it ({@link Comparison}), as
 * many as there are up to a limit and free of other changes. Shorter spans are tried where longer
 * ones hold something else that changed; where all do, the saving is refused and the confounders
 * named. Changes of one resource that are too near to each other are measured together, and each
 * gets its part by its estimate. Where the bill does not reach back, the entry's baseline stands in
 * for it.
 *
 * <p>The method is that of the International Performance Measurement and Verification Protocol
 * (EVO, Core Concepts): saving = adjusted baseline - reporting period.
 */
public final class Verifier {
  private static final int WEEK = 7;

  private final Settings settings;

  /** How long is looked, and what may move meanwhile. */
  public record Settings(
      @Setting("Fewest days before a change") int minimumDaysBefore,
      @Setting("Fewest days after a change") int minimumDaysAfter,
      @Setting("Most days before a change") int maximumDaysBefore,
      @Setting("Most days after a change") int maximumDaysAfter,
      @Setting("Days from the change on that are left out") int settleDays,
      @Setting("Move of the Spot share that is a change of its own, 0..1")
          double spotShareTolerance,
      @Setting("Move of the share that commitments cover that is a change of its own, 0..1")
          double coveredShareTolerance,
      @Setting("Move of the list price that is a change of its own, as a share of it")
          double listPriceTolerance,
      @Setting("Doubt about what it would have cost that is too much, as a share of that")
          double baselineErrorTolerance) {
    public Settings {
      SettingCheck.atLeast("minimumDaysBefore", minimumDaysBefore, WEEK);
      SettingCheck.atLeast("minimumDaysAfter", minimumDaysAfter, WEEK);
      SettingCheck.atLeast("maximumDaysBefore", maximumDaysBefore, minimumDaysBefore);
      SettingCheck.atLeast("maximumDaysAfter", maximumDaysAfter, minimumDaysAfter);
      SettingCheck.atLeast("settleDays", settleDays, 1);
      SettingCheck.share("spotShareTolerance", spotShareTolerance);
      SettingCheck.share("coveredShareTolerance", coveredShareTolerance);
      SettingCheck.atLeast("listPriceTolerance", listPriceTolerance, 0);
      SettingCheck.atLeast("baselineErrorTolerance", baselineErrorTolerance, 0);
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(14, 14, 28, 28, 1, 0.05, 0.1, 0.01, 0.05);
    }
  }

  public Verifier(Settings settings) {
    this.settings = settings;
  }

  /**
   * The savings of what is done and not yet measured over the longest span, sorted by id.
   *
   * @param entries all entries of a run
   * @param days days of resources on the bill, by ARN
   * @param billFrom first day that the bill covers
   * @param asOf last day that it covers
   */
  public List<VerifiedSaving> verify(
      Collection<LedgerEntry> entries,
      Map<String, ? extends Collection<ResourceDay>> days,
      LocalDate billFrom,
      LocalDate asOf) {
    SortedMap<String, List<LedgerEntry>> byResource = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      byResource
          .computeIfAbsent(entry.subject().resourceArn(), arn -> new ArrayList<>())
          .add(entry);
    }
    SortedMap<String, VerifiedSaving> savings = new TreeMap<>();
    byResource.forEach(
        (arn, own) -> {
          List<ResourceDay> bill = List.copyOf(days.containsKey(arn) ? days.get(arn) : List.of());
          for (LedgerEntry entry : own) {
            if (entry.status().isDone() && ChangeGroup.kind(entry).unit() == SavingUnit.NONE) {
              savings.put(entry.recommendationId(), refused(entry, Confounder.NOT_MEASURABLE));
            }
          }
          for (ChangeGroup group : ChangeGroup.of(own, settings)) {
            for (VerifiedSaving saving : measure(group, bill, billFrom, asOf)) {
              savings.put(saving.recommendationId(), saving);
            }
          }
        });
    return List.copyOf(savings.values());
  }

  /**
   * The baseline of a sighting: the last whole weeks, at most as many as are looked at before a
   * change; null where there are too few.
   *
   * @param days days of the resource on the bill
   * @param billFrom first day that the bill covers
   * @param asOf last day that it covers
   */
  public @Nullable Measured baseline(
      Collection<ResourceDay> days, LocalDate billFrom, LocalDate asOf) {
    long covered = ChronoUnit.DAYS.between(billFrom, asOf) + 1;
    int length = wholeWeeks(Math.min(covered, settings.maximumDaysBefore()));
    return length < settings.minimumDaysBefore()
        ? null
        : Measured.of(days, asOf.minusDays(length - 1L), asOf);
  }

  private List<VerifiedSaving> measure(
      ChangeGroup group, List<ResourceDay> bill, LocalDate billFrom, LocalDate asOf) {
    boolean settled =
        group.entries().stream()
            .allMatch(entry -> entry.realized().days() >= wholeWeeks(settings.maximumDaysAfter()));
    if (settled) {
      return List.of();
    }
    if (group.foreign()) {
      return refused(group, Confounder.OTHER_CHANGE);
    }
    List<Measured> afters = afters(group, bill, billFrom, asOf);
    if (afters.isEmpty()) {
      return refused(group, Confounder.FEW_DAYS_AFTER);
    }
    List<Measured> befores = befores(group, bill, billFrom);
    if (befores.isEmpty()) {
      return refused(group, Confounder.FEW_DAYS_BEFORE);
    }
    List<VerifiedSaving> last = List.of();
    for (Measured after : afters) {
      for (Measured before : befores) {
        last = savings(group, before, after);
        if (last.stream().allMatch(saving -> saving.monthly() != null)) {
          return last;
        }
      }
    }
    return last;
  }

  /** Spans after the change that the bill covers, the longest first. */
  private List<Measured> afters(
      ChangeGroup group, List<ResourceDay> bill, LocalDate billFrom, LocalDate asOf) {
    LocalDate settled = group.through().plusDays(settings.settleDays());
    LocalDate first = settled.isBefore(billFrom) ? billFrom : settled;
    LocalDate latest = group.latestAfter();
    LocalDate end = latest == null || latest.isAfter(asOf) ? asOf : latest;
    long free = ChronoUnit.DAYS.between(first, end) + 1;
    List<Measured> spans = new ArrayList<>();
    for (int length = wholeWeeks(Math.min(free, settings.maximumDaysAfter()));
        length >= settings.minimumDaysAfter();
        length -= WEEK) {
      spans.add(Measured.of(bill, first, first.plusDays(length - 1L)));
    }
    return spans;
  }

  /** Spans before the change, the longest first; the entry's baseline where the bill has none. */
  private List<Measured> befores(ChangeGroup group, List<ResourceDay> bill, LocalDate billFrom) {
    LocalDate last = group.from().minusDays(1);
    LocalDate free = group.earliestBefore();
    LocalDate start = free == null || free.isBefore(billFrom) ? billFrom : free;
    List<Measured> spans = new ArrayList<>();
    long most = ChronoUnit.DAYS.between(start, last) + 1;
    for (int length = wholeWeeks(Math.min(most, settings.maximumDaysBefore()));
        length >= settings.minimumDaysBefore();
        length -= WEEK) {
      spans.add(Measured.of(bill, last.minusDays(length - 1L), last));
    }
    if (spans.isEmpty()) {
      group.entries().stream()
          .map(LedgerEntry::baseline)
          .filter(baseline -> stands(baseline, group))
          .limit(1)
          .forEach(spans::add);
    }
    return spans;
  }

  private boolean stands(@Nullable Measured baseline, ChangeGroup group) {
    if (baseline == null || baseline.days() < settings.minimumDaysBefore()) {
      return false;
    }
    LocalDate free = group.earliestBefore();
    return baseline.through().isBefore(group.from())
        && (free == null || !baseline.from().isBefore(free));
  }

  private List<VerifiedSaving> savings(ChangeGroup group, Measured before, Measured after) {
    SavingUnit unit = unit(group, before, after);
    Set<Confounder> confounders = EnumSet.noneOf(Confounder.class);
    confounders.addAll(Confounders.between(before, after, group.meant(), settings));
    boolean scalingChanged =
        before.autoScaled() != after.autoScaled()
            && after.taskHours() > 0
            && !group.has(ActionKind.SCALE);
    if (unit == SavingUnit.NONE || scalingChanged) {
      confounders.add(Confounder.OTHER_CHANGE);
    }
    Comparison comparison =
        Comparison.of(unit == SavingUnit.NONE ? SavingUnit.DAY : unit, before, after, settings);
    if (comparison.refusal() != null) {
      confounders.add(comparison.refusal());
    }
    double estimates = 0;
    for (LedgerEntry entry : group.entries()) {
      estimates += Math.max(0, entry.estimatedMonthlyLast());
    }
    List<VerifiedSaving> savings = new ArrayList<>();
    for (LedgerEntry entry : group.entries()) {
      double part =
          estimates > 0
              ? Math.max(0, entry.estimatedMonthlyLast()) / estimates
              : 1.0 / group.entries().size();
      part = group.entries().size() == 1 ? 1 : part;
      savings.add(
          saving(
              entry,
              unit,
              before,
              after,
              comparison,
              part,
              group.entries().size() > 1,
              confounders));
    }
    return savings;
  }

  private static VerifiedSaving saving(
      LedgerEntry entry,
      SavingUnit unit,
      Measured before,
      Measured after,
      Comparison comparison,
      double part,
      boolean shared,
      Set<Confounder> confounders) {
    boolean clean = confounders.isEmpty();
    double month = part * Month.DAYS;
    return new VerifiedSaving(
        entry.recommendationId(),
        unit,
        before.from(),
        before.through(),
        after.from(),
        after.through(),
        after.days(),
        comparison.costBefore(),
        comparison.costAfter(),
        comparison.unitsAfter(),
        clean ? Double.valueOf(month * comparison.saving()) : null,
        month * (before.costPerDay() - after.costPerDay()),
        clean ? Double.valueOf(month * comparison.savingAtFormerUsage()) : null,
        clean ? month * comparison.error() : 0,
        shared,
        confounders.stream().map(Confounder::name).collect(Collectors.joining(";")));
  }

  /** What the changes of a group are counted by; NONE where they have nothing in common. */
  private static SavingUnit unit(ChangeGroup group, Measured before, Measured after) {
    Set<SavingUnit> units = EnumSet.noneOf(SavingUnit.class);
    for (LedgerEntry entry : group.entries()) {
      ActionKind kind = ChangeGroup.kind(entry);
      boolean scaled = before.autoScaled() || after.autoScaled();
      boolean counts = Setup.changes("tasks", entry.formerSetup(), entry.advisedSetup());
      // Smaller tasks of a service that follows its load are more tasks.
      boolean moreTasks =
          kind.unit() == SavingUnit.TASK_HOUR && kind != ActionKind.USE_SPOT && (scaled || counts);
      units.add(moreTasks ? SavingUnit.DAY : kind.unit());
    }
    if (units.size() == 1) {
      return units.iterator().next();
    }
    return units.contains(SavingUnit.RESERVED_VCPU_HOUR) ? SavingUnit.NONE : SavingUnit.DAY;
  }

  private static List<VerifiedSaving> refused(ChangeGroup group, Confounder why) {
    return group.entries().stream().map(entry -> refused(entry, why)).toList();
  }

  private static VerifiedSaving refused(LedgerEntry entry, Confounder why) {
    return new VerifiedSaving(
        entry.recommendationId(),
        ChangeGroup.kind(entry).unit(),
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        0,
        false,
        why.name());
  }

  private static int wholeWeeks(long days) {
    return Math.toIntExact(Math.max(0, days) / WEEK * WEEK);
  }
}
