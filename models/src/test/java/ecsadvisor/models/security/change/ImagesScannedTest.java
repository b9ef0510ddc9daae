package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.ImageSecurity.Scan;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImagesScannedTest {
  private static final Instant OLD = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant YOUNG = Instant.parse("2026-11-10T00:00:00Z");

  private final ImagesScanned check = new ImagesScanned(ImagesScanned.Settings.defaults());

  private static SecurityBuilder image(boolean onPush, @Nullable Scan scan) {
    RepositorySecurity repository =
        new RepositorySecurity("arn:r", "MUTABLE", List.of(), onPush, "AES256", "");
    return security()
        .with(
            new ChangeSecurity(
                null,
                List.of(
                    new ImageSecurity(
                        "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
                        "app",
                        repository,
                        "",
                        scan))));
  }

  private static Scan found(int critical, @Nullable Instant scanned, @Nullable Instant pushed) {
    return new Scan("COMPLETE", true, critical, scanned, pushed);
  }

  private static Scan only(String status) {
    return new Scan(status, false, 0, null, null);
  }

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  @Test
  void aRepositoryThatScansOnPushPasses() {
    assertEquals(Verdict.PASS, verdict(image(true, null)));
  }

  @Test
  void resultsShowScanningWhereTheRepositorysSwitchIsOff() {
    assertEquals(Verdict.PASS, verdict(image(false, found(0, YOUNG, OLD))));
    assertEquals(Verdict.PASS, verdict(image(false, only("ACTIVE"))));
  }

  @Test
  void anImageThatNothingScansFails() {
    CheckResult result = check.judge(image(false, only("")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.IMAGE_NOT_SCANNED), result.reasons());
  }

  @Test
  void anUnknownImageOfARepositoryWithoutTheSwitchNeedsTheListOfImages() {
    assertEquals(Verdict.NO_DATA, verdict(image(false, null)));
    assertEquals(Verdict.FAIL, verdict(image(false, null).read("ecr-image")));
  }

  @Test
  void oldCriticalFindingsFail() {
    CheckResult result = check.judge(image(true, found(3, OLD, OLD)).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.CRITICAL_FINDINGS), result.reasons());
  }

  @Test
  void findingsOfAYoungImageAreYoung() {
    assertEquals(Verdict.PASS, verdict(image(true, found(3, YOUNG, YOUNG))));
  }

  @Test
  void aNewScanOfAnOldImageDoesNotTellSinceWhenItIsKnown() {
    assertEquals(Verdict.NO_DATA, verdict(image(true, found(3, YOUNG, OLD))));
  }

  @Test
  void aScanThatFailedIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(image(true, only("FAILED"))));
    assertEquals(Verdict.NO_DATA, verdict(image(true, only("UNSUPPORTED_IMAGE"))));
  }

  @Test
  void aListOfImagesIsScannedThroughItsMembers() {
    assertEquals(Verdict.PASS, verdict(image(true, only("INDEX"))));
    assertEquals(Verdict.NO_DATA, verdict(image(false, only("INDEX"))));
  }

  @Test
  void otherRegistriesNeedAStatement() {
    CheckResult result =
        check.judge(
            security().runs(task().container(container("app").image("quay.io/a/b:1"))).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.OUTSIDE_ECR), result.reasons());
  }

  @Test
  void aRepositoryThatTheInventoryLacksIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security().read("ecr-repository", "ecr-image")));
  }
}
