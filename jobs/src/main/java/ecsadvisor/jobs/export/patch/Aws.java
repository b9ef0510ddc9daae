package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;

/** Lines of bash around the AWS CLI. */
final class Aws {
  private Aws() {}

  /**
   * A command whose whole input is a document beside the script.
   *
   * @param operation such as {@code ecs update-service}
   * @param region the region's code
   * @param file the document
   */
  static String command(String operation, String region, String file) {
    return "aws " + operation + " --region " + region + " --cli-input-json file://" + file;
  }

  /** A line that stops apply.sh unless jq finds the recorded value in a file. */
  static String expect(String what, JsonNode recorded, String program, String file) {
    return "expect '" + what + "' " + word(recorded) + " " + found(program, file);
  }

  /** A line that stops rollback.sh unless jq finds one of two values in a file. */
  static String accept(String what, JsonNode before, JsonNode after, String program, String file) {
    return "accept '" + what + "' " + word(before) + " " + word(after) + " " + found(program, file);
  }

  private static String word(JsonNode value) {
    return ShellWord.of(JsonText.line(value));
  }

  private static String found(String program, String file) {
    return "\"$(jq -c '" + program + "' " + file + ")\"";
  }
}
