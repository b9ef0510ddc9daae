package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.LeverAdvice;
import ecsadvisor.jobs.finding.ServiceBill;
import ecsadvisor.jobs.finding.ServiceDay;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.fixture.RecommendationRows;
import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.ledger.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service of which half the size is advised, and what becomes of it, a letter a week:
 *
 * <pre>
 * a  advised, as it was               W  withheld, as it was
 * A  advised, halved                  U  withheld, no inventory
 * F  not advised, halved              N  not advised, as it was, nothing to gain
 * P  advised, memory halved           G  gone
 * .  not there yet
 * </pre>
 *
 * <p>Changes are made three days before the end of their week. Traffic grows by 2 % a week.
 */
record PlantedService(String name, String weeks) {
  static final LocalDate FIRST = LocalDate.parse("2026-06-07");
  static final int DAYS_BEFORE = 35;

  /** A vCPU-hour and a GiB-hour on Fargate in us-east-1. */
  private static final double VCPU_HOUR = 0.04048;

  private static final double GIB_HOUR = 0.004445;

  static LocalDate week(int number) {
    return FIRST.plusWeeks(number);
  }

  ServiceKey key() {
    // An account of its own, so that its inventory can lack services while others' has them.
    return new ServiceKey("acc-" + name, "eu-west-1", "c", name);
  }

  boolean exists(int week) {
    return letter(week) != '.' && letter(week) != 'G';
  }

  boolean isListed(int week) {
    return letter(week) != 'U';
  }

  ServiceFinding finding(int week) {
    ServiceConfig config = config(week);
    RecommendationRow row = row(week);
    List<LeverAdvice> advice =
        row == null || config == null
            ? List.of()
            : List.of(
                new LeverAdvice(
                    Lever.RIGHT_SIZE, row, proposal(), 100, 50, 0.5, Spread.certain(1)));
    return new ServiceFinding(
        ServiceRows.service("c", name, 100.0),
        advice,
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(Map.of(Lever.RIGHT_SIZE, answer(week))),
        days(week),
        fleet(config),
        ServiceBill.NONE);
  }

  @Nullable RecommendationRow row(int week) {
    return "aAP".indexOf(letter(week)) < 0
        ? null
        : RecommendationRows.row(
            key().accountId(),
            name,
            "COST-01",
            "Rightsize",
            "c",
            name,
            arn(),
            50 + name.length(),
            week(week));
  }

  @Nullable ServiceConfig config(int week) {
    if (!exists(week) || !isListed(week)) {
      return null;
    }
    LocalDate deployed = week(week).minusDays(3);
    for (int w = week; w > 0 && size(w) == size(w - 1); w--) {
      deployed = week(w - 1).minusDays(3);
    }
    String arn = "arn:aws:ecs:eu-west-1:1:task-definition/" + name + ":" + size(week);
    int size = size(week);
    return new ServiceConfig(
        arn(),
        week(week).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        LaunchType.FARGATE,
        List.of(),
        "REPLICA",
        10,
        10,
        null,
        List.of(),
        List.of(
            new Deployment(
                "PRIMARY", arn, 10, 10, deployed.atTime(9, 0).toInstant(ZoneOffset.UTC), null)),
        List.of(
            new TaskDefinition(
                arn,
                name,
                1,
                size == 2 ? 512 : 1024,
                size == 0 ? 2048 : 1024,
                Platform.X86,
                20,
                List.of(),
                "awsvpc",
                List.of())),
        null,
        true,
        List.of(),
        ServiceLayout.UNKNOWN);
  }

  /** What halving it has saved in a month at the traffic of some days. */
  double savedMonthly(LocalDate from, LocalDate through) {
    double saved = 0;
    int days = 0;
    for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
      saved += taskHours(day) * (price(0) - price(2));
      days++;
    }
    return saved / days * 730 / 24;
  }

  private String arn() {
    return ServiceRows.service("c", name, 100.0).serviceArn();
  }

  private char letter(int week) {
    return weeks.charAt(Math.max(0, Math.min(week, weeks.length() - 1)));
  }

  /** 0 as it was, 1 with half the memory, 2 halved; what is not seen is as it was. */
  private int size(int week) {
    return switch (letter(week)) {
      case 'A', 'F' -> 2;
      case 'P' -> 1;
      default -> 0;
    };
  }

  private Answer answer(int week) {
    return switch (letter(week)) {
      case 'N', 'F' -> Answer.NOTHING_TO_GAIN;
      case 'W', 'U', 'G', '.' -> Answer.WITHHELD;
      default -> Answer.NOT_APPLICABLE;
    };
  }

  private static double price(int size) {
    return size == 0
        ? VCPU_HOUR + 2 * GIB_HOUR
        : size == 1 ? VCPU_HOUR + GIB_HOUR : 0.5 * VCPU_HOUR + GIB_HOUR;
  }

  private static double taskHours(LocalDate day) {
    double week = (day.toEpochDay() - FIRST.toEpochDay()) / 7.0;
    return 240 * (1 + 0.02 * week) * (day.getDayOfWeek().getValue() > 5 ? 0.7 : 1);
  }

  private List<ServiceDay> days(int week) {
    List<ServiceDay> days = new ArrayList<>();
    LocalDate last = exists(week) ? week(week) : week(week).minusDays(4);
    for (LocalDate day = FIRST.minusDays(DAYS_BEFORE); !day.isAfter(last); day = day.plusDays(1)) {
      int of = Math.toIntExact(Math.floorDiv(day.toEpochDay() - FIRST.toEpochDay() + 3, 7L));
      int size = size(Math.min(of, week));
      double hours = taskHours(day);
      days.add(
          new ServiceDay(
              day,
              hours * price(size),
              size == 2 ? hours / 2 : hours,
              size == 0 ? 2 * hours : hours,
              hours,
              null,
              "X86",
              "FARGATE",
              0.0,
              0.0,
              VCPU_HOUR,
              false));
    }
    return days;
  }

  private static Proposal proposal() {
    return new Proposal(
        "Rightsize",
        "Rightsize",
        "Overprovisioned",
        List.of(),
        PerformanceRisk.LOW,
        "1 vCPU / 2048 MiB",
        "0.5 vCPU / 1024 MiB",
        512,
        1024,
        null,
        List.of(),
        List.of(new Step.ReviseTask("arn", 512, 1024, null, List.of())),
        "Low",
        true,
        true);
  }

  private FleetService fleet(@Nullable ServiceConfig config) {
    return new FleetService(
        key(),
        Profile.PROD,
        "team",
        "prod",
        LaunchType.FARGATE,
        "USD",
        "1",
        config,
        null,
        null,
        10.0,
        10.0,
        10.0,
        10.0,
        100.0,
        100.0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        32);
  }
}
