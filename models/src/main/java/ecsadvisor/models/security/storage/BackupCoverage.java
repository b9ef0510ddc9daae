package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.BackupSelection.Condition;
import ecsadvisor.models.fact.security.StarPattern;
import java.util.List;
import java.util.Locale;

/**
 * Whether a backup plan's selection covers a resource. Resources are joined by OR, {@code
 * ListOfTags} by OR, {@code Conditions} by AND; a selection that says nothing takes everything.
 * What AWS documents differently in different places, resources beside {@code ListOfTags}, is
 * decided only where both agree.
 */
enum BackupCoverage {
  COVERED,
  UNDECIDED,
  NOT_COVERED;

  /** What a selection says of a resource. */
  static BackupCoverage of(BackupSelection selection, String arn, List<Tag> tags, boolean known) {
    if (!selection.described()) {
      return UNDECIDED;
    }
    if (selection.notResources().stream().anyMatch(one -> StarPattern.matches(one, arn))) {
      return NOT_COVERED;
    }
    BackupCoverage chosen = chosen(selection, arn, tags, known);
    if (chosen == NOT_COVERED) {
      return NOT_COVERED;
    }
    for (Condition condition : selection.conditions()) {
      BackupCoverage holds = holds(condition, tags, known);
      if (holds == NOT_COVERED) {
        return NOT_COVERED;
      }
      chosen = holds == UNDECIDED ? UNDECIDED : chosen;
    }
    return chosen;
  }

  private static BackupCoverage chosen(
      BackupSelection selection, String arn, List<Tag> tags, boolean known) {
    boolean listed =
        selection.resources().isEmpty()
            || selection.resources().stream().anyMatch(one -> StarPattern.matches(one, arn));
    if (selection.anyTag().isEmpty()) {
      return listed ? COVERED : NOT_COVERED;
    }
    BackupCoverage tagged = NOT_COVERED;
    for (Condition condition : selection.anyTag()) {
      BackupCoverage holds = holds(condition, tags, known);
      tagged = holds.compareTo(tagged) < 0 ? holds : tagged;
    }
    if (selection.resources().isEmpty() || (listed && tagged == COVERED)) {
      return tagged;
    }
    return listed || tagged != NOT_COVERED ? UNDECIDED : NOT_COVERED;
  }

  private static BackupCoverage holds(Condition condition, List<Tag> tags, boolean known) {
    if (!known) {
      return UNDECIDED;
    }
    String operator = condition.operator().toLowerCase(Locale.ROOT);
    boolean like = operator.endsWith("like");
    boolean matches =
        tags.stream()
            .filter(tag -> tag.key().equals(condition.key()))
            .anyMatch(
                tag ->
                    like
                        ? StarPattern.matches(condition.value(), tag.value())
                        : tag.value().equals(condition.value()));
    return switch (operator) {
      case "stringequals", "stringlike" -> matches ? COVERED : NOT_COVERED;
      case "stringnotequals", "stringnotlike" -> matches ? NOT_COVERED : COVERED;
      default -> UNDECIDED;
    };
  }
}
