package ecsadvisor.jobs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Tells the user which stage the run is in, how long each took and how much it saw: one line per
 * stage on standard error, and the same durations for {@code run.json}.
 */
public final class Progress {

  /** Set by the launcher when standard error is a terminal: the running stage is shown too. */
  private static final String TERMINAL = "ecsadvisor.terminal";

  /** A finished stage: its name, how long it took, how many things came out. */
  public record Stage(String name, long milliseconds, long count) {}

  private final PrintStream out;
  private final boolean quiet;
  private final LongSupplier nanoTime;
  private final long start;
  private final List<Stage> stages = new ArrayList<>();

  public Progress(PrintStream out, boolean quiet) {
    this(out, quiet, System::nanoTime);
  }

  Progress(PrintStream out, boolean quiet, LongSupplier nanoTime) {
    this.out = out;
    this.quiet = quiet;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Runs a stage and prints its line.
   *
   * @param name what it does, such as {@code bill: fold}
   * @param count how many things the result holds
   * @param one their name in the singular
   * @param many their name in the plural
   */
  public <T> T stage(
      String name, Supplier<T> work, ToLongFunction<T> count, String one, String many) {
    if (!quiet && Boolean.getBoolean(TERMINAL)) {
      out.printf(Locale.ROOT, "        %s …\r", name);
      out.flush();
    }
    long began = nanoTime.getAsLong();
    T result = work.get();
    long milliseconds = Duration.ofNanos(nanoTime.getAsLong() - began).toMillis();
    Stage stage = new Stage(name, milliseconds, count.applyAsLong(result));
    stages.add(stage);
    if (!quiet) {
      out.printf(
          Locale.ROOT,
          "%6.1f s  %-34s %s%n",
          sinceStart() / 1000.0,
          stage.name(),
          count(stage.count(), one, many));
    }
    return result;
  }

  /** Prints a warning, which {@code run.json} holds too. */
  public void warn(String message) {
    if (!quiet) {
      out.println("warning: " + message);
    }
  }

  /** The stages so far, in order. */
  public List<Stage> stages() {
    return List.copyOf(stages);
  }

  /** Milliseconds since the run began. */
  public long sinceStart() {
    return Duration.ofNanos(nanoTime.getAsLong() - start).toMillis();
  }

  /** A count with thousands separated, as people read it. */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
