package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserNotRootTest {
  private final UserNotRoot check = new UserNotRoot();

  private Verdict verdict(String user) {
    return check
        .judge(security().runs(task().container(container("app").user(user))).facts())
        .verdict();
  }

  private static TaskBuilder unnamed(String user) {
    return task().operatingSystem("").compatibleWith("EC2").container(container("app").user(user));
  }

  @Test
  void rootIsMoreThanTheLiteralRoot() {
    for (String user :
        List.of("", "  ", "root", "ROOT", " root ", "0", "root:root", "0:0", "0:1000")) {
      assertEquals(Verdict.FAIL, verdict(user), user);
    }
  }

  @Test
  void othersPass() {
    for (String user :
        List.of("1000", "1000:0", "1000:1000", "app", "nobody:root", "00", "rooty")) {
      assertEquals(Verdict.PASS, verdict(user), user);
    }
  }

  @Test
  void everyContainerCounts() {
    CheckResult result =
        check.judge(
            security()
                .runs(task().container(container("app").user("1000")).container(container("log")))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ROOT_USER), result.reasons());
    assertTrue(result.because().contains(new Evidence("log.user", "not set")));
  }

  @Test
  void aPlaceholderLacksDataAndItsGroupDoesNotMatter() {
    assertEquals(Verdict.NO_DATA, verdict("${UID}"));
    assertEquals(Verdict.NO_DATA, verdict("${UID:-0}:${GID}"));
    assertEquals(Verdict.NO_DATA, verdict("{{resolve:ssm:uid}}"));
    assertEquals(Verdict.PASS, verdict("1000:${GID}"));
    assertEquals(Verdict.FAIL, verdict("root:${GID}"));
  }

  @Test
  void windowsHasItsOwnCheck() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check
            .judge(security().runs(task().operatingSystem("WINDOWS_SERVER_2022_CORE")).facts())
            .verdict());
  }

  @Test
  void rootWhereNothingNamesThePlatformLacksData() {
    CheckResult result = check.judge(SecurityBuilder.of(service().ec2()).runs(unnamed("")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.AMBIGUOUS_PLATFORM), result.reasons());
  }

  @Test
  void anotherUserPassesOnWhateverPlatform() {
    assertEquals(
        Verdict.PASS,
        check.judge(SecurityBuilder.of(service().ec2()).runs(unnamed("1000")).facts()).verdict());
  }
}
