package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.MetricDays;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetServiceOfTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static ServiceFacts facts(List<Double> tasksByHour, CapacityProviderItem... strategy) {
    double mean = tasksByHour.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    DayUsage tasks =
        new DayUsage(
            DAY,
            1440,
            24,
            mean,
            mean,
            mean,
            mean,
            mean,
            List.of(),
            List.of(),
            tasksByHour,
            tasksByHour);
    return new ServiceFacts(
        new ServiceKey("1", "eu-west-1", "c", "web"),
        new Window(DAY, 32),
        Profile.PROD,
        "",
        "",
        new ServiceConfig(
            "arn",
            Instant.EPOCH,
            LaunchType.FARGATE,
            List.of(strategy),
            "REPLICA",
            4,
            4,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            true,
            List.of(),
            ServiceLayout.UNKNOWN),
        new Spend(
            "USD",
            "9",
            List.of(),
            List.of(),
            List.of(new SpendHours(DAY, PurchaseOption.ON_DEMAND, Collections.nCopies(24, 100L)))),
        new Usage(List.of(new MetricDays(Metric.RUNNING_TASKS, "", List.of(tasks)))),
        List.of());
  }

  private static FleetService service(ServiceFacts before, ServiceFacts after) {
    return FleetServiceOf.of(new ServiceView(before), new ServiceView(after), 1);
  }

  @Test
  void hoursInWhichItWouldBeStoppedHaveNothingToCommitTo() {
    List<Double> always = Collections.nCopies(24, 4.0);
    List<Double> byDay = new ArrayList<>(always);
    byDay.subList(0, 8).replaceAll(tasks -> 0.0);
    FleetService service = service(facts(always), facts(byDay));
    List<Long> after = service.hoursAfter().get(0).list();
    assertEquals(Collections.nCopies(8, 0L), after.subList(0, 8));
    assertEquals(Collections.nCopies(16, 100L), after.subList(8, 24));
  }

  @Test
  void whatMovesToSpotCannotBeCommittedTo() {
    List<Double> always = Collections.nCopies(24, 4.0);
    FleetService service =
        service(
            facts(always),
            facts(
                always,
                new CapacityProviderItem("FARGATE", 1, 0),
                new CapacityProviderItem("FARGATE_SPOT", 0, 1)));
    assertEquals(0.75, service.spotShareAfter());
    assertEquals(Collections.nCopies(24, 25L), service.hoursAfter().get(0).list());
  }

  @Test
  void nothingChangesWithoutAdvice() {
    ServiceFacts facts = facts(Collections.nCopies(24, 4.0));
    FleetService service = service(facts, facts);
    assertEquals(service.hoursNow(), service.hoursAfter());
    assertEquals(service.tasksNow(), service.tasksAfter());
  }
}
