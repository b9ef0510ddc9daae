package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.finding.Step.OffWindow;
import ecsadvisor.models.finding.Step.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stops and starts a service by scheduled actions of Application Auto Scaling. */
final class OffPeakActions {
  private static final String FIND =
      ".ScheduledActions | map({ScheduledActionName, Schedule, Timezone: (.Timezone // \"UTC\"),"
          + " ScalableTargetAction}) | sort_by(.ScheduledActionName)";
  private static final Pattern WHOLE_HOUR_ON_WORKDAYS =
      Pattern.compile("cron\\(0 ([0-9]{1,2}) \\? \\* MON-FRI \\*\\)");

  private OffPeakActions() {}

  static void write(StepDraft step, Schedule schedule) {
    ServiceCalls service = new ServiceCalls(step);
    TargetBounds bounds = new TargetBounds(step, service);
    check(step, service, bounds, schedule);
    if (!schedule.scalable()) {
      step.change(
          service.register(
              "register-scalable-target",
              schedule.recorded().minimum(),
              schedule.recorded().maximum()));
    }
    for (int i = 0; i < schedule.actions().size(); i++) {
      ScheduledAction action = schedule.actions().get(i);
      step.change(put(step, service, "put-scheduled-action-" + (i + 1), action));
    }
    undo(step, service, bounds, schedule);
    fragments(service, schedule);
    custodian(step, schedule);
    for (OffWindow window : schedule.windows()) {
      step.say(
          "Off from %s at %s until %s (%s)."
              .formatted(
                  MarkdownText.of(window.days()),
                  MarkdownText.of(window.offTime()),
                  MarkdownText.of(window.onTime()),
                  MarkdownText.of(window.timezone())));
    }
  }

  private static void check(
      StepDraft step, ServiceCalls service, TargetBounds bounds, Schedule schedule) {
    JsonNode recorded =
        TargetBounds.of(schedule.recorded().minimum(), schedule.recorded().maximum());
    step.check(
        service.describeTarget() + " >" + bounds.file(),
        Aws.expect(
            "The scalable target",
            schedule.scalable() ? recorded : NullNode.instance,
            ".ScalableTargets[0] | if . then {MinCapacity, MaxCapacity} else null end",
            bounds.file()));
    String actions = step.privately("actions.json");
    String describe = describeActions(step, service, schedule) + " >" + actions;
    step.check(
        describe, Aws.expect("What is scheduled", state(present(step, schedule)), FIND, actions));
    // Within a window the schedule itself has changed the bounds and the count: both are restored.
    step.undoCheck(
        service.describeTarget() + " >" + bounds.file(),
        describe,
        service.describe() + " >" + step.privately("service.json"));
  }

  private static void undo(
      StepDraft step, ServiceCalls service, TargetBounds bounds, Schedule schedule) {
    String actions = step.privately("actions.json");
    for (int i = 0; i < schedule.actions().size(); i++) {
      ScheduledAction action = schedule.actions().get(i);
      ScheduledAction before = present(step, action.name());
      if (before != null) {
        step.undo(put(step, service, "restore-scheduled-action-" + (i + 1), before));
        continue;
      }
      ObjectNode name = service.target().put("ScheduledActionName", action.name());
      step.undo(
          "if jq -e --argjson name "
              + ShellWord.of(JsonText.line(name.get("ScheduledActionName")))
              + " '.ScheduledActions | any(.ScheduledActionName == $name)' "
              + actions
              + " >/dev/null; then",
          "  "
              + step.awsQuietly(
                  "application-autoscaling delete-scheduled-action",
                  step.document("delete-scheduled-action-" + (i + 1), name)),
          "fi");
    }
    if (schedule.scalable()) {
      step.undo(
          service.register(
              "restore-scalable-target",
              schedule.recorded().minimum(),
              schedule.recorded().maximum()));
    } else {
      step.undo(service.deregister(bounds.file()));
    }
    step.undo(
        "# A service that is awake keeps its count.",
        "if jq -e '.services[0].desiredCount == 0' "
            + step.privately("service.json")
            + " >/dev/null; then",
        "  "
            + service.update(
                "restore-service", service.update().put("desiredCount", schedule.desiredCount())),
        "fi");
  }

  private static String describeActions(StepDraft step, ServiceCalls service, Schedule schedule) {
    ObjectNode input = service.target();
    ArrayNode names = input.putArray("ScheduledActionNames");
    schedule.actions().forEach(action -> names.add(action.name()));
    return step.aws(
        "application-autoscaling describe-scheduled-actions",
        step.document("describe-scheduled-actions", input));
  }

  private static String put(
      StepDraft step, ServiceCalls service, String name, ScheduledAction action) {
    ObjectNode input = service.target();
    input.setAll(described(action));
    return step.awsQuietly(
        "application-autoscaling put-scheduled-action", step.document(name, input));
  }

  private static ObjectNode described(ScheduledAction action) {
    ObjectNode node =
        JsonText.object()
            .put("ScheduledActionName", action.name())
            .put("Schedule", action.schedule())
            .put("Timezone", action.timezone());
    ObjectNode bounds = node.putObject("ScalableTargetAction");
    if (action.minCapacity() != null) {
      bounds.put("MinCapacity", action.minCapacity());
    }
    if (action.maxCapacity() != null) {
      bounds.put("MaxCapacity", action.maxCapacity());
    }
    return node;
  }

  private static ArrayNode state(List<ScheduledAction> actions) {
    ArrayNode state = JsonText.object().arrayNode();
    actions.stream()
        .sorted(Comparator.comparing(ScheduledAction::name))
        .forEach(action -> state.add(described(action)));
    return state;
  }

  private static List<ScheduledAction> present(StepDraft step, Schedule schedule) {
    return schedule.actions().stream()
        .map(action -> present(step, action.name()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The action of that name that the inventory knows, or null. */
  private static @Nullable ScheduledAction present(StepDraft step, String name) {
    ServiceConfig config = step.subject().config();
    if (config == null || config.scaling() == null) {
      return null;
    }
    for (ScheduledAction action : config.scaling().scheduledActions()) {
      if (action.name().equals(name)) {
        return action;
      }
    }
    return null;
  }

  private static void fragments(ServiceCalls service, Schedule schedule) {
    int minimum = schedule.recorded().minimum();
    int maximum = schedule.recorded().maximum();
    service.terraformTarget(minimum, maximum);
    ArrayNode scheduled =
        service.cloudFormationTarget(minimum, maximum).putArray("ScheduledActions");
    for (int i = 0; i < schedule.actions().size(); i++) {
      ScheduledAction action = schedule.actions().get(i);
      scheduled.add(described(action));
      TerraformBlock inner =
          service
              .terraformScaling("aws_appautoscaling_scheduled_action", "action_" + (i + 1))
              .text("name", action.name())
              .text("schedule", action.schedule())
              .text("timezone", action.timezone())
              .block("scalable_target_action");
      if (action.minCapacity() != null) {
        inner.number("min_capacity", action.minCapacity());
      }
      if (action.maxCapacity() != null) {
        inner.number("max_capacity", action.maxCapacity());
      }
    }
  }

  /** Custodian knows whole hours on all days or on workdays. */
  private static void custodian(StepDraft step, Schedule schedule) {
    if (schedule.windows().size() != 1 || !Custodian.isPlainArn(step.subject().serviceArn())) {
      return;
    }
    OffWindow window = schedule.windows().get(0);
    Matcher off = WHOLE_HOUR_ON_WORKDAYS.matcher(window.stopExpression());
    Matcher on = WHOLE_HOUR_ON_WORKDAYS.matcher(window.startExpression());
    if (!off.matches() || !on.matches() || !Custodian.isPlain(window.timezone())) {
      return;
    }
    ObjectNode stop = Custodian.serviceIs(step.subject(), "off");
    hour(stop, "offhour", Integer.parseInt(off.group(1)), window.timezone());
    ObjectNode start = Custodian.serviceIs(step.subject(), "on");
    hour(start, "onhour", Integer.parseInt(on.group(1)), window.timezone());
    size(stop, schedule, 0, 0, 0);
    size(
        start,
        schedule,
        schedule.recorded().minimum(),
        schedule.recorded().maximum(),
        schedule.desiredCount());
    step.policy(stop);
    step.policy(start);
  }

  private static void hour(ObjectNode policy, String type, int hour, String timezone) {
    ((ArrayNode) policy.get("filters"))
        .addObject()
        .put("type", type)
        .put(type, hour)
        .put("default_tz", timezone)
        .put("opt-out", true);
  }

  private static void size(
      ObjectNode policy, Schedule schedule, int minimum, int maximum, int count) {
    ObjectNode action = policy.putArray("actions").addObject();
    if (schedule.scalable()) {
      action
          .put("type", "resize")
          .put("min-capacity", minimum)
          .put("max-capacity", maximum)
          .put("desired", count);
      return;
    }
    action.put("type", "modify").putObject("update").put("desiredCount", count);
  }
}
