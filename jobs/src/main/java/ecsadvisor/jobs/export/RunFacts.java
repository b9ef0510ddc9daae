package ecsadvisor.jobs.export;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a run beside its tables; the content of run.json.
 *
 * <p>Values of options that name a secret, and credentials inside URIs, are replaced when the
 * record is made, so they reach no output.
 *
 * @param programVersion the version of the job
 * @param runId what this run is called, derived from inputs and options
 * @param runDate the date in the output's folder
 * @param windowStart first day of the look-back
 * @param windowEnd last day of the look-back
 * @param currencies currencies of the bill, sorted; empty without a bill
 * @param pricesDate date of the price list, or null where none was needed
 * @param options effective options by name
 * @param inputs files read
 * @param rowCounts rows by table
 * @param stages what the job did, in order
 * @param warnings sentences that the user should read
 * @param environment versions of Spark, Java and so on by name
 */
public record RunFacts(
    String programVersion,
    String runId,
    LocalDate runDate,
    LocalDate windowStart,
    LocalDate windowEnd,
    List<String> currencies,
    @Nullable LocalDate pricesDate,
    SortedMap<String, String> options,
    List<InputFile> inputs,
    SortedMap<String, Long> rowCounts,
    List<Stage> stages,
    List<String> warnings,
    SortedMap<String, String> environment) {

  /**
   * A file that was read.
   *
   * @param input bill, utilization, inventory or another option's name
   * @param file its URI
   * @param bytes its size
   * @param version its delivery version or entity tag; empty where there is none
   */
  public record InputFile(String input, String file, long bytes, String version) {
    public InputFile {
      file = withoutCredentials(file);
    }
  }

  /**
   * A stage of the job.
   *
   * @param name what it does
   * @param millis how long it took
   * @param rows rows that came out
   */
  public record Stage(String name, long millis, long rows) {}

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(secret|password|token|access[._-]?key|credential).*");
  private static final Pattern URI_CREDENTIALS = Pattern.compile("(://)[^/@\\s]+@");

  public RunFacts {
    currencies = List.copyOf(currencies);
    options = redacted(options);
    inputs = List.copyOf(inputs);
    rowCounts = Collections.unmodifiableSortedMap(new TreeMap<>(rowCounts));
    stages = List.copyOf(stages);
    warnings = List.copyOf(warnings);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  private static SortedMap<String, String> redacted(Map<String, String> options) {
    SortedMap<String, String> redacted = new TreeMap<>();
    options.forEach(
        (name, value) ->
            redacted.put(name, isSecret(name, value) ? "(redacted)" : withoutCredentials(value)));
    return Collections.unmodifiableSortedMap(redacted);
  }

  /** An option such as {@code --conf} carries the name of the setting in its value. */
  private static boolean isSecret(String name, String value) {
    return SECRET_NAME.matcher(name).matches()
        || (value.contains("=") && SECRET_NAME.matcher(value).matches());
  }

  private static String withoutCredentials(String text) {
    return URI_CREDENTIALS.matcher(text).replaceAll("$1");
  }
}
