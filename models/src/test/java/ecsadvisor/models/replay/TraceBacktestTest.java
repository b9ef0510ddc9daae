package ecsadvisor.models.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.TaskSize;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceBacktestTest {
  private static final String HEADER =
      "series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib\n";
  private static final TraceBacktest.Settings SETTINGS =
      new TraceBacktest.Settings(14, 7, 7, 7, 16);

  @Test
  void aConstantSeriesCostsWhatTheOracleCosts() throws IOException {
    TraceScore score = score(series(28, day -> "0.2,900"), "cheapest", new TaskSize(256, 1024));

    assertEquals(2, score.weeks());
    assertEquals(0, score.regret(), 1e-12);
    assertEquals(0, score.cpuBad());
    assertEquals(0, score.outOfMemoryDays());
    assertEquals(0, score.churn());
  }

  @Test
  void countsWeeksWithTooLittleCpuAndTheWorkAboveIt() throws IOException {
    // Each day has 4 samples of 1 core against 0.25: all of them are over, 3/4 of the work is cut.
    TraceScore score = score(series(28, day -> "1,900"), "small", new TaskSize(256, 2048));

    assertEquals(1, score.cpuBad());
    assertEquals(0.75, score.cpuCut(), 1e-9);
  }

  @Test
  void countsDaysOutOfMemory() throws IOException {
    // Of the 14 judged days the last one needs 3 GB.
    TraceScore score =
        score(
            series(28, day -> day == 27 ? "0.2,3000" : "0.2,900"), "1 GB", new TaskSize(256, 1024));

    assertEquals(1 / 14.0, score.outOfMemoryDays(), 1e-12);
  }

  @Test
  void weighsRegretByMoney() throws IOException {
    TraceScore score = score(series(28, day -> "0.2,900"), "double", new TaskSize(512, 2048));

    assertEquals(1, score.regret(), 1e-9);
    assertEquals(1, score.regretPerService(), 1e-9);
  }

  @Test
  void leavesOutSeriesThatAreTooLarge() throws IOException {
    String large = series(28, day -> "0.2,900").replace(",2,4096\n", ",20,4096\n");

    assertEquals(0, score(large, "any", new TaskSize(256, 1024)).weeks());
  }

  @Test
  void refusesWeeksWithTooLittleHistory() throws IOException {
    // The other series spans the time; this one begins 10 days in: 4 fitted days, then 11.
    String late =
        series(28, day -> "0.2,900")
            + series("vm-2", 10, 28, day -> "0.2,900").substring(HEADER.length());

    assertEquals(1 / 4.0, score(late, "any", new TaskSize(256, 1024)).refused(), 1e-12);
  }

  @Test
  void comparesWithWhatOthersDo() throws IOException {
    List<TraceScore> scores = run(series(28, day -> "0.2,900"), baselines().all());

    // Provisioned 2 cores and 4 GB; peak x1.15 = 0.23 vCPU and 1035 MiB.
    assertEquals("current size", scores.get(0).policy());
    assertEquals(
        cost(new TaskSize(2048, 4096)) / cost(new TaskSize(256, 1024)) - 1,
        scores.get(0).regret(),
        1e-9);
    assertEquals(
        cost(new TaskSize(256, 2048)) / cost(new TaskSize(256, 1024)) - 1,
        scores.get(3).regret(),
        1e-9);
  }

  @Test
  void namesTheLineThatCannotBeRead() {
    assertEquals(
        "traces.csv line 3: not a number in \"vm-1,0,lots,1,1,1\"",
        mistake(HEADER + "vm-1,0,1,1,1,1\nvm-1,0,lots,1,1,1\n"));
    assertEquals("traces.csv line 2: 2 cells instead of 6", mistake(HEADER + "vm-1,0\n"));
    assertEquals("traces.csv line 1: expected the header " + HEADER.strip(), mistake("id,time\n"));
  }

  @Test
  void readsRowsInAnyOrder() throws IOException {
    List<Trace> traces =
        TraceReader.read(
            new StringReader(HEADER + "b,60,2,1,1,1\na,0,3,1,1,1\nb,0,1,1,1,1\n"), "traces.csv");

    assertEquals("a", traces.get(0).id());
    assertEquals(0, traces.get(1).epochSeconds()[0]);
    assertEquals(1f, traces.get(1).cpuCores()[0]);
  }

  private static String mistake(String text) {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> TraceReader.read(new StringReader(text), "traces.csv"));
    return String.valueOf(mistake.getMessage());
  }

  private interface Sample {
    String on(int day);
  }

  private static String series(int days, Sample sample) {
    return series("vm-1", 0, days, sample);
  }

  private static String series(String id, int from, int days, Sample sample) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int day = from; day < days; day++) {
      for (int quarter = 0; quarter < 4; quarter++) {
        rows.append(id).append(',').append(day * 86_400 + quarter * 21_600).append(',');
        rows.append(sample.on(day)).append(",2,4096\n");
      }
    }
    return rows.toString();
  }

  private static double cost(TaskSize size) {
    return 29.55 * size.vcpu() + 3.245 * size.memoryGiB();
  }

  private static Baselines baselines() {
    return new Baselines(FargateSizes.of(Platform.X86), TraceBacktestTest::cost);
  }

  private static TraceScore score(String csv, String name, TaskSize size) throws IOException {
    TracePolicy fixed =
        new TracePolicy() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public TaskSize size(List<TraceDay> history, @Nullable TaskSize last) {
            return size;
          }
        };
    return run(csv, List.of(fixed)).get(0);
  }

  private static List<TraceScore> run(String csv, List<TracePolicy> policies) throws IOException {
    return new TraceBacktest(SETTINGS, FargateSizes.of(Platform.X86), TraceBacktestTest::cost)
        .run(TraceReader.read(new StringReader(csv), "traces.csv"), policies);
  }
}
