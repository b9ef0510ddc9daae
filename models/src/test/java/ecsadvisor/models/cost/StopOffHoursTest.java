package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.AdviceAssert.evidence;
import static ecsadvisor.models.cost.WeekBuilder.NEW_YORK;
import static ecsadvisor.models.cost.WeekBuilder.isOffice;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StopOffHoursTest {
  private static final StopOffHours CONTROL =
      new StopOffHours(StopOffHours.Settings.defaults(), PriceBook.shipped());
  private static final double CENT = 0.005;

  private static ServiceBuilder office() {
    ServiceBuilder service = service().profile(Profile.DEV).ownedBy("web", "dev").tasks(4);
    return service.tagged("schedule:timezone", "America/New_York");
  }

  private static Advice.Change change(ServiceBuilder service) {
    return assertInstanceOf(Advice.Change.class, CONTROL.advise(service.facts()));
  }

  private static Step.Schedule schedule(Advice.Change change) {
    return assertInstanceOf(Step.Schedule.class, change.proposal().steps().get(0));
  }

  private static void stays(ServiceBuilder service, ReasonCode reason) {
    assertEquals(
        reason, assertInstanceOf(Advice.AsIs.class, CONTROL.advise(service.facts())).reason());
  }

  private static void isWithheld(ServiceBuilder service, ReasonCode reason) {
    assertEquals(
        List.of(reason),
        assertInstanceOf(Advice.NoData.class, CONTROL.advise(service.facts())).reasons());
  }

  @Test
  void stopsAnOfficeServiceAtNightAndOnWeekends() {
    Advice.Change change =
        change(WeekBuilder.cpu(office(), NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01));

    Step.Schedule schedule = schedule(change);
    assertEquals(
        List.of(
            new ScheduledAction(
                "ecs-cost-advisor-stop-1800", "cron(0 18 ? * MON-FRI *)", "America/New_York", 0, 0),
            new ScheduledAction(
                "ecs-cost-advisor-start-0800",
                "cron(0 8 ? * MON-FRI *)",
                "America/New_York",
                4,
                4)),
        schedule.actions());
    assertEquals(new Step.Bounds(4, 4), schedule.recorded());
    assertEquals(2, schedule.windows().size());
    assertEquals("MON-THU", schedule.windows().get(0).days());
    assertEquals(List.of(ReasonCode.IDLE_HOURS), change.proposal().reasonCodes());
  }

  @Test
  void savesTheStoppedTaskHoursLessTheColdStarts() {
    Advice.Change change =
        change(WeekBuilder.cpu(office(), NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01));

    double stopped = 4 * 14 + 62;
    double taskHours = 4 * (stopped - 5 * 10 / 60.0);
    double taskHour = 0.04048 + 2 * 0.004445;
    assertEquals(taskHours * 730 / 168 * taskHour, change.saving().monthly(), CENT);
    assertEquals(4 * 730 * taskHour, change.saving().monthlyCostNow(), CENT);
    assertTrue(change.saving().spread().p10() < change.saving().monthly());
  }

  @Test
  void leavesNoTasksInItsWindows() {
    Advice.Change change =
        change(WeekBuilder.cpu(office(), NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01));

    DayUsage friday = day(change, AS_OF);
    assertEquals(4, friday.hourMeans().get(15));
    // Seven in the morning in New York is stopped, eight is not.
    assertEquals(0, friday.hourMeans().get(12));
    assertEquals(4, friday.hourMeans().get(13));
    Scaling scaling = Objects.requireNonNull(change.after().config()).scaling();
    assertEquals(2, Objects.requireNonNull(scaling).scheduledActions().size());
    assertEquals(
        ReasonCode.ALREADY_SCHEDULED,
        assertInstanceOf(Advice.AsIs.class, CONTROL.advise(change.after())).reason());
  }

  private static DayUsage day(Advice.Change change, LocalDate date) {
    return change.after().usage().days(Metric.RUNNING_TASKS).stream()
        .filter(day -> day.day().equals(date))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void widensTheMarginWhereTheZoneIsOnlyThatOfTheRegion() {
    ServiceBuilder service = service().profile(Profile.DEV).ownedBy("web", "dev").tasks(4);
    Step.Schedule schedule =
        schedule(change(WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01)));

    assertEquals("19:00", schedule.windows().get(0).offTime());
    assertEquals("America/New_York", schedule.windows().get(0).timezone());
  }

  @Test
  void ignoresATagThatNamesNoZone() {
    ServiceBuilder service =
        service().profile(Profile.DEV).tasks(4).tagged("schedule:timezone", "Mars/Olympus; rm");
    Advice.Change change =
        change(WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01));

    assertEquals("America/New_York (region us-east-1)", evidence(change, "timezone"));
  }

  @Test
  void staysSilentWhereNoHourIsIdle() {
    stays(WeekBuilder.cpu(office(), NEW_YORK, time -> 0.4), ReasonCode.BUSY_AT_ALL_HOURS);
  }

  @Test
  void leavesAServiceThatIsNeverUsedToOthers() {
    stays(WeekBuilder.cpu(office(), NEW_YORK, time -> 0.003), ReasonCode.IDLE);
  }

  @Test
  void keepsTheHoursOfOneBusyWeekInTwo() {
    ServiceBuilder service =
        WeekBuilder.cpu(
            office(),
            NEW_YORK,
            time -> isOffice(time) || time.toLocalDate().toEpochDay() / 7 % 2 == 0 ? 0.5 : 0.01);

    stays(service, ReasonCode.BUSY_AT_ALL_HOURS);
  }

  @Test
  void keepsAnHourWithASingleRequest() {
    ServiceBuilder service =
        WeekBuilder.cpu(office(), NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01);
    LocalDate tuesday = LocalDate.of(2026, 11, 10);
    WeekBuilder.requests(
        service,
        NEW_YORK,
        time ->
            isOffice(time) || (time.toLocalDate().equals(tuesday) && time.getHour() == 20) ? 1 : 0);

    // Tuesdays stay open until 21, the other nights are as they were.
    List<Step.OffWindow> windows = schedule(change(service)).windows();
    assertTrue(
        windows.stream()
            .anyMatch(window -> window.days().equals("TUE") && window.offTime().equals("21:00")),
        windows.toString());
  }

  @Test
  void keepsRunningWhereMonthEndsAreWorkedThrough() {
    // 2026-10-31 is a Saturday.
    ServiceBuilder service =
        WeekBuilder.cpu(
            office(), NEW_YORK, time -> isOffice(time) || time.getDayOfMonth() == 31 ? 0.5 : 0.01);

    stays(service, ReasonCode.MONTH_END_BUSY);
  }

  @Test
  void stopsProductionOnlyWhereATagOptsIn() {
    ServiceBuilder service =
        service().ownedBy("web", "prod").tasks(4).tagged("schedule:timezone", "America/New_York");
    WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01);

    stays(service, ReasonCode.PRODUCTION_NOT_OPTED_IN);
    Advice.Change change = change(service.tagged("schedule:enabled", "true"));
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.CONTINUITY));
  }

  @Test
  void needsTheRequestsOfProductionBehindALoadBalancer() {
    ServiceBuilder service =
        service()
            .ownedBy("web", "prod")
            .tasks(4)
            .tagged("Schedule:Enabled", "TRUE")
            .laidOut(behindLoadBalancer());
    WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01);

    isWithheld(service, ReasonCode.REQUESTS_UNKNOWN);
    change(WeekBuilder.requests(service, NEW_YORK, time -> isOffice(time) ? 100 : 0));
  }

  private static ServiceLayout behindLoadBalancer() {
    ServiceLayout none = ServiceLayout.UNKNOWN;
    return new ServiceLayout(
        100,
        200,
        "ECS",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new TargetGroup("arn:tg", List.of("arn:lb"), "ip", null, null, true, 30, 5)),
        true,
        List.of(),
        false,
        none.images());
  }

  @Test
  void respectsATagThatForbidsIt() {
    ServiceBuilder service = office().tagged("schedule:enabled", "false");

    stays(
        WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01),
        ReasonCode.VETO_TAG);
  }

  @Test
  void creditsNothingOnEc2UntilAnInstanceGoes() {
    ServiceBuilder service = office().launchedOn(LaunchType.EC2);
    Advice.Change change =
        change(WeekBuilder.cpu(service, NEW_YORK, time -> isOffice(time) ? 0.5 : 0.01));

    assertEquals(0, change.saving().monthly(), CENT);
    assertTrue(change.proposal().reasonCodes().contains(ReasonCode.NO_INSTANCE_FREED));
  }

  @Test
  void staysSilentAboutSmallChange() {
    ServiceBuilder service = office().fargate(256, 512).tasks(1);
    // One idle stretch of six hours: 0.012 USD x 5 h x 30 days.
    WeekBuilder.cpu(service, NEW_YORK, time -> time.getHour() >= 12 && time.getHour() < 18 ? 0 : 1);

    stays(service, ReasonCode.SAVING_TOO_SMALL);
  }

  @Test
  void restoresTheBoundsOfAScaledService() {
    ServiceBuilder service = office().tracks("ECSServiceAverageCPUUtilization", 60, 2, 9);
    service.metric(
        Metric.RUNNING_TASKS, 32, day -> ecsadvisor.models.fixture.DayBuilder.constant(day, 4));
    Step.Schedule schedule =
        schedule(change(WeekBuilder.cpu(service, NEW_YORK, t -> isOffice(t) ? 0.5 : 0.01)));

    assertTrue(schedule.scalable());
    assertEquals(new Step.Bounds(2, 9), schedule.recorded());
  }

  @Test
  void withholdsAdviceWithoutFourWeeks() {
    ServiceBuilder service = office();
    service.metric(
        Metric.CPU_SHARE,
        27,
        day ->
            ecsadvisor.models.fixture.DayBuilder.hourly(
                day, WeekBuilder.hours(day, ZoneId.of("UTC"), t -> isOffice(t) ? 0.5 : 0.01)));

    isWithheld(service, ReasonCode.SHORT_HISTORY);
    isWithheld(office(), ReasonCode.NO_DATA);
    isWithheld(office().withoutInventory(), ReasonCode.INVENTORY_MISSING);
    isWithheld(office().withoutDefinition(), ReasonCode.TASK_SIZE_UNKNOWN);
  }

  @Test
  void doesNotAskAboutDaemons() {
    assertEquals(
        ReasonCode.DAEMON,
        assertInstanceOf(Advice.NotApplicable.class, CONTROL.advise(service().daemon().facts()))
            .reason());
  }

  @Test
  void namesTheSettingThatIsWrong() {
    StopOffHours.Settings good = StopOffHours.Settings.defaults();
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new StopOffHours.Settings(
                    good.nonProductionEnvironments(),
                    good.optInTag(),
                    good.timezoneTag(),
                    14,
                    good.minimumCoverage(),
                    good.idleCpuShare(),
                    good.idleShareOfBusy(),
                    good.idlePeakCpuShare(),
                    good.idleRequestsPerHour(),
                    good.maximumWindows(),
                    good.minimumWindowHours(),
                    good.wakeMarginHours(),
                    good.coldStartMinutes(),
                    good.minimumSavingMonthly()));
    assertEquals("minimumDays is out of range: 14.0", wrong.getMessage());
  }
}
