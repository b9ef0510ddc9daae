package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A changed container in CloudFormation and in words. */
final class ContainerFragment {
  private static final Set<String> REPLACED =
      Set.of(
          "cpu",
          "memory",
          "memoryReservation",
          "privileged",
          "user",
          "readonlyRootFilesystem",
          "versionConsistency");

  private final StepDraft step;
  private final String name;
  private final ObjectNode properties;

  ContainerFragment(StepDraft step, String name, ObjectNode properties) {
    this.step = step;
    this.name = name;
    this.properties = properties.put("Name", name);
  }

  void write(ObjectNode settings) {
    for (Map.Entry<String, JsonNode> setting : settings.properties()) {
      JsonNode value = setting.getValue();
      switch (setting.getKey()) {
        case "secrets" -> secrets(value);
        case "log" -> log(value);
        case "logOptions" ->
            say("keeps running while its output cannot be sent; what does not fit 25 MiB is lost");
        case "take" -> take(value);
        case "readOnlyMounts" -> say("cannot write these mounts: " + words(value));
        case "freePorts" -> say("gets a free port of the host for its ports " + words(value));
        case "ulimits" -> ulimits(value);
        default -> replace(setting.getKey(), value);
      }
    }
  }

  private void replace(String setting, JsonNode value) {
    if (!REPLACED.contains(setting)) {
      return;
    }
    if (value.isObject()) {
      String variable = value.get("choice").textValue();
      step.parameter(properties, TaskFragments.capital(setting), parameter(variable));
      say(setting + " as " + MarkdownText.of(variable) + " says");
      return;
    }
    properties.set(TaskFragments.capital(setting), value);
    say(setting + ": " + MarkdownText.of(value.asText()) + meaning(setting));
  }

  private static String meaning(String setting) {
    return switch (setting) {
      case "user" ->
          ": the image's files must be readable for that user, and its ports be over 1023";
      case "readonlyRootFilesystem" ->
          ": mount a volume where the program writes, such as /tmp; ECS Exec needs a writable root";
      case "privileged" -> ": add the one capability that the program needs, if any";
      default -> "";
    };
  }

  private void secrets(JsonNode secrets) {
    ArrayNode list = properties.putArray("Secrets");
    for (Map.Entry<String, JsonNode> secret : secrets.properties()) {
      String variable = secret.getValue().get("choice").textValue();
      step.parameter(
          list.addObject().put("Name", secret.getKey()), "ValueFrom", parameter(variable));
      say(
          "reads the variable "
              + MarkdownText.of(secret.getKey())
              + " from the secret that "
              + MarkdownText.of(variable)
              + " names by ARN, never by value; the execution role needs the right to read it");
    }
    say(
        "had the values in its definition, readable to all who may describe it: change them at"
            + " their source, and deregister the old revisions when you need no way back");
  }

  private void log(JsonNode log) {
    ObjectNode configuration = properties.putObject("LogConfiguration").put("LogDriver", "awslogs");
    ObjectNode options = configuration.putObject("Options");
    for (Map.Entry<String, JsonNode> option : log.get("options").properties()) {
      if (option.getValue().isObject()) {
        step.parameter(options, option.getKey(), "LogGroup");
      } else {
        options.set(option.getKey(), option.getValue());
      }
    }
    JsonNode group = log.get("options").get("awslogs-group");
    say(
        "sends its output to the log group "
            + MarkdownText.of(group.isObject() ? "that LOG_GROUP names" : group.asText())
            + "; the execution role needs logs:CreateLogStream and logs:PutLogEvents");
  }

  private void take(JsonNode kinds) {
    for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
      String of =
          switch (kind.getKey()) {
            case "capabilities" -> "capabilities";
            case "securityOptions" -> "security options";
            case "devices" -> "devices of the host";
            default -> "mounts";
          };
      say("loses these " + of + ": " + words(kind.getValue()));
    }
  }

  private void ulimits(JsonNode ulimits) {
    ArrayNode list = properties.putArray("Ulimits");
    for (Map.Entry<String, JsonNode> limit : ulimits.properties()) {
      ObjectNode entry = list.addObject().put("Name", limit.getKey());
      for (String bound : new String[] {"SoftLimit", "HardLimit"}) {
        if (limit.getValue().has("choice")) {
          step.parameter(entry, bound, parameter(limit.getValue().get("choice").textValue()));
        } else {
          entry.set(bound, limit.getValue().get("bound"));
        }
      }
      say("has a bound on " + MarkdownText.of(limit.getKey()));
    }
  }

  private void say(String what) {
    step.say("Container " + MarkdownText.of(name) + " " + what + ".");
  }

  private static String words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(item -> words.add(MarkdownText.of(item.asText())));
    return String.join(", ", words);
  }

  /** {@code SECRET_1} as {@code Secret1}. */
  static String parameter(String variable) {
    StringBuilder result = new StringBuilder();
    for (String word : variable.toLowerCase(Locale.ROOT).split("_", -1)) {
      result.append(TaskFragments.capital(word));
    }
    return result.toString();
  }
}
