package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.TextNode;
import ecsadvisor.models.finding.SecurityStep.EditService;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.ServiceEdit;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.finding.Step.ReviseTask;
import ecsadvisor.models.finding.TaskEdit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes of a service's task definition and of its own settings, whichever steps they come from,
 * in one new revision and one deployment.
 */
final class ServiceRevision {
  private ServiceRevision() {}

  /** Whether a step is one of those that go together. */
  static boolean covers(Step step) {
    return step instanceof ReviseTask || step instanceof EditTask || step instanceof EditService;
  }

  /** Writes all of those among the steps as one. */
  static void write(StepDraft step, List<Step> steps) {
    Set<String> arns = new LinkedHashSet<>();
    Set<ReviseTask> sizes = new LinkedHashSet<>();
    Set<TaskEdit> taskEdits = new LinkedHashSet<>();
    Set<ServiceEdit> serviceEdits = new LinkedHashSet<>();
    for (Step one : steps) {
      if (one instanceof ReviseTask revise) {
        arns.add(revise.taskDefinitionArn());
        sizes.add(revise);
      } else if (one instanceof EditTask edit) {
        arns.add(edit.taskDefinitionArn());
        taskEdits.addAll(edit.edits());
      } else if (one instanceof EditService edit) {
        serviceEdits.addAll(edit.edits());
      }
    }
    if (arns.size() > 1) {
      step.say("By hand: the steps are about several revisions of the task definition.");
      arns.forEach(arn -> step.say(MarkdownText.of(arn)));
      return;
    }
    ServiceCalls service = new ServiceCalls(step);
    ServiceChange settings = new ServiceChange(step, List.copyOf(serviceEdits));
    if (arns.isEmpty()) {
      write(step, service, settings);
      return;
    }
    TaskChange change = new TaskChange(step, List.copyOf(sizes), List.copyOf(taskEdits));
    String arn = arns.iterator().next();
    write(step, service, settings, new TaskRevision(step, arn, change.document()));
    TaskFragments.write(step, arn, change.document());
    if (!settings.isEmpty()) {
      settings.describe(service);
    }
  }

  private static void write(
      StepDraft step, ServiceCalls service, ServiceChange settings, TaskRevision task) {
    String present = step.privately("service.json");
    step.check(
        service.describe() + " >" + present,
        task.expectRunning(present),
        expectController(present));
    step.undoCheck(service.describe() + " >" + present);
    task.undoCheck(present);
    task.change();
    task.undo();
    String change = step.document("update-service", service.update());
    String undo = change;
    if (!settings.isEmpty()) {
      settings.check(present);
      settings.undoCheck(present);
      step.change(settings.update(change, step.privately("update.json")));
      step.undo(settings.restore(undo, step.privately("update.json")));
      change = step.privately("update.json");
      undo = change;
    }
    step.change(
        step.aws("ecs update-service", change) + " --task-definition \"$revision\" >/dev/null",
        service.waitForStability());
    step.undo(
        step.aws("ecs update-service", undo) + " --task-definition \"$back\" >/dev/null",
        service.waitForStability());
  }

  /** Settings alone. */
  private static void write(StepDraft step, ServiceCalls service, ServiceChange settings) {
    String present = step.privately("service.json");
    String base = step.document("update-service", service.update());
    String update = step.privately("update.json");
    step.check(service.describe() + " >" + present, expectController(present));
    step.undoCheck(service.describe() + " >" + present);
    settings.check(present);
    settings.undoCheck(present);
    step.change(
        settings.update(base, update),
        step.awsQuietly("ecs update-service", update),
        service.waitForStability());
    step.undo(
        settings.restore(base, update),
        step.awsQuietly("ecs update-service", update),
        service.waitForStability());
    settings.describe(service);
  }

  private static String expectController(String present) {
    return Aws.expect(
        "The deployment controller",
        TextNode.valueOf("ECS"),
        ".services[0].deploymentController.type // \"ECS\"",
        present);
  }
}
