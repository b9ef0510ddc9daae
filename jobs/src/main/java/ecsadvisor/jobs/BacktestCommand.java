package ecsadvisor.jobs;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.cost.RightSizeTasks;
import ecsadvisor.models.cost.SizeRulePolicy;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.FargateSizes;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.replay.Baselines;
import ecsadvisor.models.replay.Trace;
import ecsadvisor.models.replay.TraceBacktest;
import ecsadvisor.models.replay.TracePolicy;
import ecsadvisor.models.replay.TraceReader;
import ecsadvisor.models.replay.TraceScore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays the right-sizing rules on one's own history and compares them with what others do. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Replays the right-sizing rules on your own history: sized on a window, judged on the days",
      "after it, week by week, beside the present sizes and other rules.",
      "The file is CSV, plain or gzip: series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib",
      "with one row per sample and the timestamp in epoch seconds."
    })
public final class BacktestCommand implements Callable<Integer> {
  /** How the result is printed. */
  enum Format {
    TABLE,
    CSV
  }

  @Option(
      names = "--traces",
      required = true,
      paramLabel = "FILE",
      description = "The utilization series.")
  private Path traces = Path.of("");

  @Option(
      names = "--fit-days",
      paramLabel = "N",
      description = "Days sized on (default: ${DEFAULT-VALUE}).")
  private int fitDays = 32;

  @Option(
      names = "--judge-days",
      paramLabel = "N",
      description = "Days judged on (default: ${DEFAULT-VALUE}).")
  private int judgeDays = 7;

  @Option(
      names = "--step-days",
      paramLabel = "N",
      description = "Days from one origin to the next (default: the judged days).")
  private @Nullable Integer stepDays;

  @Option(
      names = "--max-cores",
      paramLabel = "N",
      description = "Leave out series with more provisioned cores (default: ${DEFAULT-VALUE}).")
  private double maxCores = 16;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Whose x86 prices count (default: ${DEFAULT-VALUE}).")
  private String region = PriceBook.REFERENCE_REGION;

  @Option(names = "--prices", paramLabel = "FILE", description = "A price file of your own.")
  private @Nullable Path prices;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} in any case (default: ${DEFAULT-VALUE}).")
  private String format = "table";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Format chosen = check();
    Rates rates = rates();
    ToDoubleFunction<TaskSize> monthlyCost = size -> rates.monthly(size, 1);
    List<TaskSize> sizes = FargateSizes.of(Platform.X86);
    TraceBacktest backtest =
        new TraceBacktest(
            new TraceBacktest.Settings(
                fitDays,
                judgeDays,
                stepDays == null ? judgeDays : stepDays,
                Math.min(7, fitDays),
                maxCores),
            sizes,
            monthlyCost);
    List<Trace> series = read(traces, TraceReader::read);
    List<TraceScore> scores = backtest.run(series, policies(sizes, monthlyCost));
    if (scores.stream().allMatch(score -> score.weeks() == 0)) {
      throw new UserMistake(
          "--traces %s: no series has %d days to size on and %d days after them to judge"
              .formatted(traces, fitDays, judgeDays));
    }
    PrintWriter out = out();
    (chosen == Format.CSV ? BacktestTable.csv(scores) : BacktestTable.text(scores))
        .forEach(out::println);
    out.flush();
    return 0;
  }

  private static List<TracePolicy> policies(
      List<TaskSize> sizes, ToDoubleFunction<TaskSize> monthlyCost) {
    RightSizeTasks.Settings settings = RightSizeTasks.Settings.defaults();
    List<TracePolicy> policies = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      String name = "advice, profile " + profile.name().toLowerCase(Locale.ROOT);
      policies.add(new SizeRulePolicy(name, settings.rule(profile), sizes, monthlyCost));
    }
    policies.addAll(new Baselines(sizes, monthlyCost).all());
    return policies;
  }

  private Format check() {
    List<String> mistakes = new ArrayList<>();
    if (!Files.isRegularFile(traces)) {
      mistakes.add("--traces " + traces + ": no such file");
    }
    if (fitDays < 1) {
      mistakes.add("--fit-days " + fitDays + ": must be at least 1");
    }
    if (judgeDays < 1) {
      mistakes.add("--judge-days " + judgeDays + ": must be at least 1");
    }
    if (stepDays != null && stepDays < 1) {
      mistakes.add("--step-days " + stepDays + ": must be at least 1");
    }
    if (!(maxCores > 0)) {
      mistakes.add("--max-cores " + maxCores + ": must be above 0");
    }
    if (prices != null && !Files.isRegularFile(prices)) {
      mistakes.add("--prices " + prices + ": no such file");
    }
    Format chosen = null;
    for (Format known : Format.values()) {
      chosen = known.name().equals(format.toUpperCase(Locale.ROOT)) ? known : chosen;
    }
    if (chosen == null) {
      mistakes.add("--format " + format + ": must be table or csv");
    }
    if (chosen == null || !mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return chosen;
  }

  private Rates rates() throws IOException {
    PriceBook book = prices == null ? PriceBook.shipped() : read(prices, PriceBook::read);
    Window today = new Window(LocalDate.of(9999, 12, 31), fitDays);
    Rates rates = Rates.ofFargate(null, today, book, region, Platform.X86);
    boolean isBorrowed =
        rates != null && rates.because().toString().contains("it has no price for");
    if (rates == null || isBorrowed) {
      throw new UserMistake(
          "--region "
              + region
              + ": the price file has no x86 price for it; give one with --prices");
    }
    return rates;
  }

  private interface Parser<T> {
    T parse(Reader reader, String name) throws IOException;
  }

  private static <T> T read(Path file, Parser<T> parser) throws IOException {
    try (InputStream stream = plain(new BufferedInputStream(Files.newInputStream(file)));
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return parser.parse(reader, file.toString());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private static InputStream plain(BufferedInputStream stream) throws IOException {
    stream.mark(2);
    boolean isGzip = stream.read() == 0x1f && stream.read() == 0x8b;
    stream.reset();
    return isGzip ? new GZIPInputStream(stream) : stream;
  }

  private PrintWriter out() {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }
}
