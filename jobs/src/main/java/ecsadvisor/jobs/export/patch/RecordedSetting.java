package ecsadvisor.jobs.export.patch;

/**
 * A setting that the scripts read, record, change and put back, whatever it was before.
 *
 * <p>Programs of jq are the program's own text without a single quote; what they need of an input
 * is in a document beside the script.
 */
final class RecordedSetting {
  private final StepDraft step;
  private final String what;
  private final String name;
  private final String value;
  private final String after;

  /**
   * A setting.
   *
   * @param what it, as the beginning of a sentence
   * @param name it, as part of file names
   * @param value jq's options and program that print it from {@link #present}
   * @param after jq's options and program that print what it will be
   */
  RecordedSetting(StepDraft step, String what, String name, String value, String after) {
    this.step = step;
    this.what = what;
    this.name = name;
    this.value = value;
    this.after = after;
  }

  /** The file that the lines that read it fill. */
  String present() {
    return step.privately(name + ".json");
  }

  /** The file of the value before. */
  String recorded() {
    return step.recorded(name + ".json");
  }

  /** Reads and checks it in both scripts. */
  void read(String... lines) {
    String found = "\"$(jq -c " + value + " " + present() + ")\"";
    String wanted = "\"$(jq -cn " + after + ")\"";
    step.check(lines);
    step.check(
        "differ '" + what + "' " + wanted + " " + found,
        "jq -c " + value + " " + present() + " >" + recorded());
    step.needRecord(name + ".json");
    step.undoCheck(lines);
    step.undoCheck("accept '" + what + "' \"$(cat " + recorded() + ")\" " + wanted + " " + found);
  }

  /** A line that fills a document with what people decided and what was recorded. */
  String fill(String document, String program, String into) {
    return "jq "
        + step.choices()
        + " --slurpfile recorded "
        + recorded()
        + " '"
        + program
        + "' "
        + document
        + " >"
        + step.privately(into);
  }

  /** Lines that put it back where it is not as it was. */
  void undo(String... lines) {
    step.undo(
        "if [ \"$(jq -c "
            + value
            + " "
            + present()
            + ")\" != \"$(cat "
            + recorded()
            + ")\" ]; then");
    for (String line : lines) {
      step.undo("  " + line.replace("\n", "\n  "));
    }
    step.undo("fi");
  }
}
