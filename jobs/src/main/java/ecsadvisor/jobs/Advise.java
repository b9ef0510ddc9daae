package ecsadvisor.jobs;

import ecsadvisor.jobs.source.DamagedInput;
import ecsadvisor.jobs.source.UserMistake;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line.
 *
 * <p>Exit status: 0 done, 2 the user's mistake, 3 inputs damaged beyond the allowed share, 1 a
 * defect of the program.
 */
@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Joins the AWS bill with utilization and inventory, and advises per ECS service what to"
            + " change and what it saves.",
    footer = {
      "",
      "Without a command: the weekly job on the sample organisation, writing to out/.",
      "Exit status: 0 done, 2 a mistake in the call or its files, 3 inputs too damaged, 1 a defect."
    },
    subcommands = {
      WeeklyCommand.class,
      ControlsCommand.class,
      SettingsCommand.class,
      GenerateCommand.class,
      BacktestCommand.class,
      BenchCommand.class
    })
public final class Advise implements Callable<Integer> {
  /** How Spark begins its message when a page of a Parquet file cannot be decoded. */
  private static final String UNREADABLE_FILE = "[FAILED_READ_FILE";

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before any call
  Advise() {}

  /**
   * Entry point of the laptop's {@code ./advise} and of {@code spark-submit}.
   *
   * <p>Success returns instead of calling {@code System.exit}: a cluster manager takes an early
   * exit of the driver for a failure.
   */
  public static void main(String[] arguments) {
    int status = run(System.err, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs a command line and returns its exit status. */
  static int run(PrintStream err, String... arguments) {
    CommandLine line = new CommandLine(new Advise());
    line.setErr(new PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((exception, command, result) -> report(err, exception));
    line.setParameterExceptionHandler(
        (exception, args) -> {
          err.println("advise: " + exception.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
          err.println(
              "Try: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return 2;
        });
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing: weekly, controls, settings, generate, backtest or bench.");
  }

  private static int report(PrintStream err, Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserMistake mistake) {
        mistake.mistakes().forEach(line -> err.println("advise: " + line));
        return 2;
      }
      if (cause instanceof DamagedInput damaged) {
        err.println("advise: " + damaged.getMessage());
        return 3;
      }
      String message = cause.getMessage();
      if (message != null && message.startsWith(UNREADABLE_FILE)) {
        err.println("advise: a file is damaged: " + message.lines().findFirst().orElse(message));
        return 3;
      }
    }
    err.println(
        "advise: a defect of the program, not of your files; please report it with these lines.");
    exception.printStackTrace(err);
    return 1;
  }
}
