package ecsadvisor.models.security.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.BackupSelection.Condition;
import ecsadvisor.models.fixture.StorageBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupCoverageTest {
  private static final String ARN = StorageBuilder.arn("fs-1");
  private static final List<Tag> TAGS =
      List.of(new Tag("backup", "daily"), new Tag("stage", "prod"));

  private static BackupCoverage of(
      List<String> resources, List<String> not, List<Condition> any, List<Condition> all) {
    return BackupCoverage.of(
        new BackupSelection("p", true, resources, not, any, all), ARN, TAGS, true);
  }

  private static Condition tag(String operator, String key, String value) {
    return new Condition(operator, key, value);
  }

  @Test
  void everythingIsSelectedWhereNothingIsSaid() {
    assertEquals(BackupCoverage.COVERED, of(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void resourcesMatchWithStars() {
    List<String> others = List.of("arn:aws:rds:*", "arn:aws:dynamodb:*");
    assertEquals(BackupCoverage.NOT_COVERED, of(others, List.of(), List.of(), List.of()));
    assertEquals(
        BackupCoverage.COVERED, of(List.of("arn:aws:rds:*", ARN), List.of(), List.of(), List.of()));
  }

  @Test
  void whatIsLeftOutIsNotCovered() {
    assertEquals(
        BackupCoverage.NOT_COVERED,
        of(List.of("*"), List.of("arn:aws:elasticfilesystem:*"), List.of(), List.of()));
  }

  @Test
  void oneOfTheTagsIsEnough() {
    List<Condition> any =
        List.of(tag("STRINGEQUALS", "backup", "weekly"), tag("STRINGEQUALS", "stage", "prod"));
    assertEquals(BackupCoverage.COVERED, of(List.of(), List.of(), any, List.of()));
  }

  @Test
  void allConditionsMustHold() {
    List<Condition> all =
        List.of(tag("StringEquals", "backup", "daily"), tag("StringLike", "stage", "pr*"));
    assertEquals(BackupCoverage.COVERED, of(List.of("*"), List.of(), List.of(), all));
    assertEquals(
        BackupCoverage.NOT_COVERED,
        of(
            List.of("*"),
            List.of(),
            List.of(),
            List.of(all.get(0), tag("StringNotEquals", "stage", "prod"))));
  }

  @Test
  void valuesAreComparedWithTheirCase() {
    assertEquals(
        BackupCoverage.NOT_COVERED,
        of(List.of(), List.of(), List.of(tag("STRINGEQUALS", "backup", "Daily")), List.of()));
  }

  @Test
  void resourcesBesideAListOfTagsAreDecidedWhereBothAgree() {
    List<Condition> any = List.of(tag("STRINGEQUALS", "backup", "daily"));
    assertEquals(BackupCoverage.COVERED, of(List.of(ARN), List.of(), any, List.of()));
    assertEquals(BackupCoverage.UNDECIDED, of(List.of("arn:aws:rds:*"), List.of(), any, List.of()));
  }

  @Test
  void tagsThatWereNotExportedDecideNothing() {
    BackupSelection selection =
        new BackupSelection(
            "p",
            true,
            List.of(),
            List.of(),
            List.of(tag("STRINGEQUALS", "backup", "daily")),
            List.of());
    assertEquals(BackupCoverage.UNDECIDED, BackupCoverage.of(selection, ARN, List.of(), false));
  }

  @Test
  void operatorsOfTheFutureDecideNothing() {
    assertEquals(
        BackupCoverage.UNDECIDED,
        of(List.of(), List.of(), List.of(), List.of(tag("NumericEquals", "stage", "1"))));
  }
}
