package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.price.TaskSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures behind a choice of size, in the order in which they are read. */
final class SizeEvidence {
  private static final int ALTERNATIVES = 3;

  private final SizingCase sizing;
  private final List<SizeOption> options;
  private final SizeChoice choice;
  private final List<Evidence> evidence = new ArrayList<>();

  SizeEvidence(SizingCase sizing, List<SizeOption> options, SizeChoice choice) {
    this.sizing = sizing;
    this.options = options;
    this.choice = choice;
    history();
    need();
    floors();
    money();
  }

  List<Evidence> list() {
    return List.copyOf(evidence);
  }

  List<Evidence> withBacktest(BacktestResult result) {
    List<Evidence> all = new ArrayList<>(evidence);
    if (result.days() > 0) {
      all.add(
          new Evidence(
              "held_out",
              text(
                  "%d days; sized without them %s; CPU over for %.2f %% of the time; %d days out of"
                      + " memory",
                  result.days(),
                  new TaskSize(result.cpuUnits(), result.memoryMiB()),
                  100 * result.cpuOverShare(),
                  result.outOfMemoryDays())));
    }
    return all;
  }

  private void history() {
    SizeHistory history = sizing.history();
    Window window = sizing.service().window();
    SizeRule rule = sizing.rule();
    add(
        "cpu_statistic",
        "P%s over days of the day's P99 of the hottest task",
        plain(100 * rule.dailyCpuQuantile()));
    add("memory_statistic", "highest of the hottest task x%s", plain(rule.memoryFloorFactor()));
    add("cpu_source", "%s", source(history.cpuMetric()));
    add("memory_source", "%s", source(history.memoryMetric()));
    add("window", "%s to %s", window.firstDay(), window.asOf());
    add("days", "%d", history.completeDays());
    if (history.daysOfUnknownSize() > 0) {
      add("days_of_unknown_task_size", "%d", history.daysOfUnknownSize());
    }
    add("coverage", "%.3f", history.coverage());
    add("profile", "%s", sizing.service().profile());
  }

  private void need() {
    SizeOption option = choice.option();
    add("cpu_need_vcpu", "%.3f", option.need().vcpuFloor());
    add("memory_need_mib", "%.0f", option.need().memoryMiB());
    add("usual_daily_memory_peak_mib", "%.0f", option.need().usualPeakMiB());
    if (option.need().vcpuFloor() > option.need().vcpu()) {
      add("cpu_need_from", "the highest of the last %d days", sizing.rule().recentDays());
    }
    add(
        "raw_need",
        "%.3f vCPU / %.0f MiB",
        option.need().vcpuFloor(),
        Math.max(
            sizing.rule().memoryFloorFactor() * option.need().memoryMiB(),
            option.memoryFloorMiB()));
    add("binding_dimension", "%s", bindingDimension());
    add("size_needed", "%s", choice.fits() ? choice.floor().size() : "none is large enough");
    if (sizing.minutesAtLimit() > 0) {
      add("minutes_at_cpu_limit", "%.2f %%", 100 * sizing.minutesAtLimit());
    }
  }

  private void floors() {
    MemoryFloor floor = sizing.memoryFloor(choice.option().need().memoryMiB());
    if (floor.jvmMiB() > 0) {
      add(
          "java_heap_floor_mib",
          "%.0f (fixed heap: heap + max(%s MiB, %s x heap); percentage p: min(p x limit, used) / p)",
          floor.jvmMiB(),
          plain(sizing.settings().jvmNonHeapMiB()),
          plain(sizing.settings().jvmNonHeapShare()));
    }
    if (floor.killMiB() > 0) {
      add("out_of_memory_floor_mib", "%.0f", floor.killMiB());
    }
    if (floor.containersMiB() > 0) {
      add("containers_floor_mib", "%.0f", floor.containersMiB());
    }
  }

  private void money() {
    TaskSize size = choice.option().size();
    evidence.addAll(sizing.rates().because());
    add("running_tasks", "%.2f", sizing.model().tasks(sizing.present()));
    if (sizing.model() instanceof JointScaling) {
      add("running_tasks_at_proposed_size", "%.2f", sizing.model().tasks(size));
    }
    if (sizing.launchType() == LaunchType.EC2) {
      double tasks = sizing.model().tasks(size);
      add(
          "capacity_freed",
          "%.2f vCPU / %.0f MiB",
          tasks * (sizing.present().vcpu() - size.vcpu()),
          tasks * (sizing.present().memoryMiB() - size.memoryMiB()));
      if (sizing.config().schedulingStrategy().equals("DAEMON")) {
        add("scheduling", "DAEMON: one task on every instance");
      }
    }
    String currency = sizing.rates().currency();
    add("floor_monthly_cost", "%.2f %s", sizing.monthlyCost(choice.floor().size()), currency);
    add("risk_price_monthly", "%.2f %s", choice.riskMonthly(), currency);
    add("alternatives", "%s", alternatives());
  }

  private String bindingDimension() {
    double byCpu = cheapest(option -> option.size().vcpu() >= option.need().vcpuFloor());
    double byMemory =
        cheapest(
            option ->
                option.size().memoryMiB()
                    >= Math.max(
                        sizing.rule().memoryFloorFactor() * option.need().memoryMiB(),
                        option.memoryFloorMiB()));
    if (byCpu == byMemory) {
      return "both";
    }
    return byCpu > byMemory ? "cpu" : "memory";
  }

  private double cheapest(Predicate<SizeOption> holds) {
    return options.stream()
        .filter(SizeOption::possible)
        .filter(holds)
        .mapToDouble(SizeOption::monthlyCost)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private String alternatives() {
    return options.stream()
        .filter(option -> option.holds(sizing.rule().memoryFloorFactor()))
        .filter(option -> !option.size().equals(choice.option().size()))
        .sorted(
            Comparator.comparingDouble(
                    (SizeOption option) -> sizing.rule().score(option, choice.floor()))
                .thenComparing(SizeOption::size))
        .limit(ALTERNATIVES)
        .map(
            option ->
                text(
                    "%s at %.2f + risk %.2f",
                    option.size(),
                    sizing.monthlyCost(option.size()),
                    sizing.rule().riskMonthly(option, choice.floor())))
        .collect(Collectors.joining("; "));
  }

  private static String source(@Nullable Metric metric) {
    boolean isAbsolute = metric == Metric.CPU_UNITS || metric == Metric.MEMORY_MIB;
    return isAbsolute ? "task telemetry" : "share of the reservation";
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private void add(String name, String format, Object... values) {
    evidence.add(new Evidence(name, text(format, values)));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
