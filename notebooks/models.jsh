// The job's own sizing rule, as the models hold it, on the days of a run: what would it propose with another
// profile or look-back? Started by notebooks/run, or by hand after ./advise:
//
//   OUT=out jshell -s --class-path models/target/classes:$(cat jobs/target/classpath) notebooks/models.jsh
//
// At list prices and the present number of tasks; the job uses the service's own prices, and knows what
// utilization_daily.csv does not say (see one-service.ipynb).

import ecsadvisor.models.cost.RightSizeTasks;
import ecsadvisor.models.cost.SizeRulePolicy;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.replay.TraceDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.*;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

int status = 1

Path newestRun() throws IOException {
  Path out = Path.of(Objects.requireNonNullElse(System.getenv("OUT"), "out"));
  try (var entries = Files.list(out)) {
    return entries.filter(path -> path.getFileName().toString().startsWith("run_date=")).max(Path::compareTo).orElseThrow();
  }
}

List<CSVRecord> table(Path run, String name) throws IOException {
  try (var reader = Files.newBufferedReader(run.resolve(name + ".csv"))) {
    return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build().parse(reader).getRecords();
  }
}

List<String> key(CSVRecord row) {
  return List.of(row.get("account_id"), row.get("region"), row.get("cluster_name"), row.get("service_name"));
}

double number(CSVRecord row, String column) {
  return Double.parseDouble(row.get(column));
}

// Daily percentiles as the models' days; the rule reads the day's P99, its highest memory and the mean.
List<TraceDay> days(List<CSVRecord> rows, TaskSize present, double tasks) {
  var memory = new TreeMap<LocalDate, CSVRecord>();
  var cpu = new TreeMap<LocalDate, CSVRecord>();
  rows.forEach(row -> (row.get("metric").equals("CPU_SHARE") ? cpu : memory).put(LocalDate.parse(row.get("day")), row));
  var days = new ArrayList<TraceDay>();
  cpu.keySet().retainAll(memory.keySet());
  cpu.forEach((day, row) -> days.add(new TraceDay(
      day.toEpochDay(),
      new float[] {(float) (number(row, "mean") * present.vcpu() * tasks)},
      number(row, "p99") * present.vcpu(),
      number(memory.get(day), "max") * present.memoryMiB(),
      present.vcpu(),
      present.memoryMiB())));
  return days;
}

ToDoubleFunction<TaskSize> monthlyCost(PriceBook prices, String region, Platform platform, double tasks, LocalDate day) {
  double vcpu = prices.vcpuHour(region, platform, day);
  double memory = prices.memoryGbHour(region, platform, day);
  return size -> tasks * 730 * (size.vcpu() * vcpu + size.memoryGiB() * memory);
}

// Returns the sizes in words; checks what must hold of them.
String whatIf(CSVRecord service, List<CSVRecord> utilization, PriceBook prices) {
  var present = new TaskSize((int) number(service, "task_cpu_units"), (int) number(service, "task_memory_mib"));
  double tasks = Math.max(1, number(service, "running_count_avg"));
  String architecture = service.get("cpu_architecture");
  var platform = Set.of("ARM", "WINDOWS").contains(architecture) ? Platform.valueOf(architecture) : Platform.X86;
  var end = LocalDate.parse(service.get("window_end"));
  String region = service.get("region");
  if (prices.vcpuHour(region, platform, end) == null) {
    region = PriceBook.REFERENCE_REGION;
  }
  double level = prices.vcpuHour(region, platform, end)
      / prices.vcpuHour(PriceBook.REFERENCE_REGION, platform, end);
  var cost = monthlyCost(prices, region, platform, tasks, end);
  var history = days(utilization, present, tasks);
  var line = new StringBuilder("%-22s %-20s".formatted(service.get("service_name"), present));
  for (var profile : List.of(Profile.DEV, Profile.PROD, Profile.CRITICAL)) {
    for (int lookback : new int[] {14, 32}) {
      var fitted = history.subList(Math.max(0, history.size() - lookback), history.size());
      var rule = RightSizeTasks.Settings.defaults().rule(profile).atPriceLevel(level);
      var size = new SizeRulePolicy(profile.name(), rule, FargateSizes.of(platform), cost).size(fitted, present);
      double highest = fitted.stream().mapToDouble(TraceDay::memoryMaxMiB).max().orElseThrow();
      if (highest > size.memoryMiB()) {
        throw new AssertionError(service.get("service_name") + ": " + size + " does not hold " + highest + " MiB");
      }
      line.append(" %-20s".formatted(size));
    }
  }
  return line.toString();
}

int run() throws IOException {
  Path run = newestRun();
  var utilization = new HashMap<List<String>, List<CSVRecord>>();
  for (CSVRecord row : table(run, "utilization_daily")) {
    utilization.computeIfAbsent(key(row), ignored -> new ArrayList<>()).add(row);
  }
  var prices = PriceBook.shipped();
  System.out.printf("%-22s %-20s %-20s %-20s %-20s %-20s %-20s %-20s%n", "service on Fargate", "now",
      "dev, 14 days", "dev, 32 days", "prod, 14 days", "prod, 32 days", "critical, 14 days", "critical, 32 days");
  int services = 0;
  for (CSVRecord service : table(run, "services")) {
    var rows = utilization.getOrDefault(key(service), List.of());
    boolean isSized = service.get("launch_type").equals("FARGATE") && !service.get("task_cpu_units").isEmpty();
    if (isSized && rows.size() >= 2 * 14) {
      System.out.println(whatIf(service, rows, prices));
      services++;
    }
  }
  System.out.println("models.jsh: the sizing rule of the models ran on " + services + " services");
  return services > 0 ? 0 : 1;
}

status = run()

/exit status
