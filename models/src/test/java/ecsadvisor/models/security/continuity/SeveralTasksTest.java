package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeveralTasksTest {
  private final SeveralTasks check = new SeveralTasks(SeveralTasks.Settings.defaults());

  private CheckResult judge(ServiceBuilder service) {
    return check.judge(security(service).facts());
  }

  private static Scaling scheduled(@Nullable Integer least, @Nullable Integer most) {
    return new Scaling(
        3,
        6,
        List.of(),
        List.of(new ScheduledAction("stop", "cron(0 20 * * ? *)", "UTC", least, most)));
  }

  @Test
  void oneTaskFails() {
    assertEquals(Verdict.FAIL, judge(service().tasks(1)).verdict());
    assertEquals(Verdict.FAIL, judge(service().tasks(0)).verdict());
  }

  @Test
  void twoTasksPass() {
    assertEquals(Verdict.PASS, judge(service().tasks(2)).verdict());
  }

  @Test
  void scalingThatMayLeaveOneTaskFailsHoweverManyRun() {
    CheckResult result = judge(service().tasks(5).stepScaled(1, 9));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ONE_TASK), result.reasons());
  }

  @Test
  void aScheduleThatStopsTheServiceFails() {
    CheckResult result = judge(service().tasks(5).scaledBy(scheduled(0, 0)));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.SCALED_TO_ZERO), result.reasons());
    assertEquals(Verdict.FAIL, judge(service().tasks(5).scaledBy(scheduled(null, 1))).verdict());
  }

  @Test
  void aScheduleThatLeavesTwoTasksPasses() {
    assertEquals(Verdict.PASS, judge(service().tasks(5).scaledBy(scheduled(2, 4))).verdict());
  }

  @Test
  void unknownScalingIsOpen() {
    assertEquals(Verdict.NO_DATA, judge(service().tasks(5).scalingUnknown()).verdict());
    assertEquals(
        Verdict.NO_DATA, judge(service().tasks(5).stepScaled(2, 9).scalingUnknown()).verdict());
  }

  @Test
  void daemonsAreNotApplicable() {
    assertEquals(Verdict.NOT_APPLICABLE, judge(service().tasks(1).daemon()).verdict());
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new SeveralTasks.Settings(0));
  }
}
