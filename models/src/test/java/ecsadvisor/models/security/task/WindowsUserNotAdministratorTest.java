package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsUserNotAdministratorTest {
  private final WindowsUserNotAdministrator check = new WindowsUserNotAdministrator();

  private Verdict verdict(String user) {
    return check
        .judge(
            security()
                .runs(
                    task()
                        .operatingSystem("WINDOWS_SERVER_2019_CORE")
                        .container(container("app").user(user)))
                .facts())
        .verdict();
  }

  @Test
  void missingAndAdministratorFail() {
    for (String user :
        List.of("", "ContainerAdministrator", "User Manager\\containeradministrator")) {
      assertEquals(Verdict.FAIL, verdict(user), user);
    }
  }

  @Test
  void othersPass() {
    assertEquals(Verdict.PASS, verdict("ContainerUser"));
    assertEquals(Verdict.PASS, verdict("1000"));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(Verdict.NO_DATA, verdict("${RUN_AS}"));
  }

  @Test
  void linuxHasItsOwnCheck() {
    CheckResult result = check.judge(security().facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.ON_LINUX), result.reasons());
  }

  @Test
  void fargateWithoutARuntimePlatformIsLinuxAndNotBoth() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check.judge(security().runs(task().operatingSystem("")).facts()).verdict());
  }
}
