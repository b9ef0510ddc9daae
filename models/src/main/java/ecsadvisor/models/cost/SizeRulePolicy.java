package ecsadvisor.models.cost;

import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.replay.Baselines;
import ecsadvisor.models.replay.TraceDay;
import ecsadvisor.models.replay.TracePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** {@link SizeRule} on a utilization series: the very rule of the advice, one task a service. */
public final class SizeRulePolicy implements TracePolicy {
  private final String name;
  private final SizeRule rule;
  private final List<TaskSize> sizes;
  private final ToDoubleFunction<TaskSize> monthlyCost;

  /**
   * @param name the name in the table
   * @param monthlyCost what a size costs a month
   */
  public SizeRulePolicy(
      String name, SizeRule rule, List<TaskSize> sizes, ToDoubleFunction<TaskSize> monthlyCost) {
    this.name = name;
    this.rule = rule;
    this.sizes = List.copyOf(sizes);
    this.monthlyCost = monthlyCost;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskSize size(List<TraceDay> history, @Nullable TaskSize last) {
    TraceDay newest = history.get(history.size() - 1);
    SizeNeed need = rule.need(days(history, newest.epochDay() + 1 - rule.recentDays()));
    List<SizeOption> options = new ArrayList<>();
    for (TaskSize size : sizes) {
      options.add(new SizeOption(size, monthlyCost.applyAsDouble(size), need, 0, 0, true));
    }
    TaskSize present =
        new Baselines(sizes, monthlyCost)
            .roundUp(newest.provisionedCores(), newest.provisionedMiB());
    return rule.choose(options, present, last).option().size();
  }

  private static NeedDays days(List<TraceDay> history, long recentFrom) {
    double work = 0;
    int samples = 0;
    for (TraceDay day : history) {
      samples += day.cpuCores().length;
      for (float cores : day.cpuCores()) {
        work += cores;
      }
    }
    return new NeedDays(
        history.stream().mapToDouble(TraceDay::cpuP99).toArray(),
        history.stream()
            .filter(day -> day.epochDay() >= recentFrom)
            .mapToDouble(TraceDay::cpuP99)
            .toArray(),
        history.stream().mapToDouble(TraceDay::memoryMaxMiB).toArray(),
        samples == 0 ? 0 : work / samples);
  }
}
