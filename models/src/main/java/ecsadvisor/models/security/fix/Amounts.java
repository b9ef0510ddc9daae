package ecsadvisor.models.security.fix;

import ecsadvisor.models.price.Rates;

/** Amounts of a month that several formulas use. */
final class Amounts {
  private static final Range STARTS_OF_A_TASK = new Range(1, 8, 60);
  private static final Range IMAGE_GB = new Range(0.05, 0.3, 2);

  private Amounts() {}

  /** Mean number of tasks: from the task-hours, else the fewest that run. */
  static double tasks(Estimate estimate, FixFacts service) {
    Double hours = service.tasks().hoursMonthly();
    if (hours != null) {
      double tasks = hours / Rates.HOURS_PER_MONTH;
      estimate.given("tasks", tasks);
      return tasks;
    }
    double tasks = Math.max(1, service.tasks().least());
    estimate.note("tasks", "assumed: %s, the desired count".formatted(Estimate.figure(tasks)));
    return tasks;
  }

  /** Tasks started. */
  static Range starts(Estimate estimate, FixFacts service, double tasks) {
    return estimate.known(
        "task_starts", service.tasks().startsMonthly(), STARTS_OF_A_TASK.times(tasks));
  }

  /** GB of images that task starts pull. */
  static Range pulledGb(Estimate estimate, FixFacts service, double tasks) {
    return starts(estimate, service, tasks)
        .times(estimate.known("image_gb", service.tasks().imageGb(), IMAGE_GB));
  }
}
