package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.jobs.table.RecommendationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In what AWS's recommendation and ours of one resource differ.
 *
 * <p>AWS works each recommendation out as if it were the only one, so its saving is held against
 * ours alone, before what other advice leaves of it; after discounts where AWS has that, else at
 * list price. Savings within a fifth or 5 currency units of each other are the same.
 */
final class OpinionDifference {
  private static final double SAME_SHARE = 0.2;
  private static final double SAME_AMOUNT = 5;

  private final RecommendationRow ours;
  private final AwsOpinion theirs;
  private final String revisionNow;

  /**
   * @param revisionNow ARN of the task definition that the service runs; empty where not known
   */
  OpinionDifference(RecommendationRow ours, AwsOpinion theirs, String revisionNow) {
    this.ours = ours;
    this.theirs = theirs;
    this.revisionNow = revisionNow;
  }

  /** Codes of what differs; none where both agree. */
  List<String> why() {
    List<String> why = new ArrayList<>();
    if (otherAction()) {
      why.add("ACTION");
    } else if (otherSize()) {
      why.add("SIZE");
    }
    if (!comparable()) {
      why.add("CURRENCY");
    } else if (otherSaving()) {
      why.add("SAVING");
    }
    if (!why.isEmpty() && olderRevision()) {
      why.add("OLDER_REVISION");
    }
    return why;
  }

  /** What both say, in words. */
  String explanation() {
    return "we say %s; AWS says %s%s"
        .formatted(
            side(ours.actionTypeExtended(), cpuUnits(), memoryMiB(), oursMonthly()),
            side(theirs.action(), theirs.cpuUnits(), theirs.memoryMiB(), theirsMonthly()),
            olderRevision() ? ", of an earlier task definition" : "");
  }

  /** Our saving on AWS's basis. */
  double oursMonthly() {
    return afterDiscount() ? ours.standaloneMonthlySavings() : oursList();
  }

  /** AWS's saving, or null where it names none. */
  @Nullable Double theirsMonthly() {
    return afterDiscount() ? theirs.savingsAfterDiscount() : theirs.savingsBeforeDiscount();
  }

  /** Whether both savings are in one currency. */
  boolean comparable() {
    return theirs.currency().isEmpty() || theirs.currency().equals(ours.currencyCode());
  }

  /** The size that we recommend, where it is one. */
  @Nullable Integer cpuUnits() {
    return sized() ? ours.recommendedCpuUnits() : null;
  }

  /** Likewise. */
  @Nullable Integer memoryMiB() {
    return sized() ? ours.recommendedMemoryMiB() : null;
  }

  private boolean sized() {
    return ActionFamily.of(ours) == ActionFamily.SIZE;
  }

  private boolean afterDiscount() {
    return theirs.savingsAfterDiscount() != null;
  }

  /** At list price as if alone: the saving in order, scaled as its discounted twin is. */
  private double oursList() {
    Double inOrder = ours.estimatedMonthlySavingsAfterDiscount();
    return inOrder == null || inOrder == 0
        ? ours.estimatedMonthlySavingsBeforeDiscount()
        : ours.estimatedMonthlySavingsBeforeDiscount()
            * (ours.standaloneMonthlySavings() / inOrder);
  }

  private boolean otherAction() {
    if (ActionFamily.of(ours) != ActionFamily.of(theirs)) {
      return true;
    }
    boolean weGrow = ours.actionTypeExtended().equals("Upsize");
    return !theirs.finding().isEmpty() && weGrow != theirs.finding().equals("Underprovisioned");
  }

  private boolean otherSize() {
    return sized()
        && theirs.cpuUnits() != null
        && theirs.memoryMiB() != null
        && !(Objects.equals(theirs.cpuUnits(), ours.recommendedCpuUnits())
            && Objects.equals(theirs.memoryMiB(), ours.recommendedMemoryMiB()));
  }

  private boolean otherSaving() {
    Double amount = theirsMonthly();
    if (amount == null) {
      return false;
    }
    double larger = Math.max(Math.abs(amount), Math.abs(oursMonthly()));
    return Math.abs(amount - oursMonthly()) > Math.max(SAME_AMOUNT, SAME_SHARE * larger);
  }

  private boolean olderRevision() {
    return !revisionNow.isEmpty()
        && !theirs.taskDefinitionArn().isEmpty()
        && !revisionNow.equals(theirs.taskDefinitionArn());
  }

  private static String side(
      String action,
      @Nullable Integer cpuUnits,
      @Nullable Integer memoryMiB,
      @Nullable Double monthly) {
    String size =
        cpuUnits == null || memoryMiB == null
            ? ""
            : " to %d CPU units / %d MiB".formatted(cpuUnits, memoryMiB);
    String saving =
        monthly == null ? "" : String.format(Locale.ROOT, ", saving %.2f a month", monthly);
    return action + size + saving;
  }
}
