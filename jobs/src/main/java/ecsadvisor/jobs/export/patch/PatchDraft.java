package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A patch while its steps are being written, each adding to every file. */
final class PatchDraft {
  private final PatchSubject subject;
  private final TerraformFile terraform = new TerraformFile();
  private final CloudFormationTemplate cloudFormation = new CloudFormationTemplate();
  private final Map<String, String> documents = new LinkedHashMap<>();
  private final List<ObjectNode> policies = new ArrayList<>();
  private final List<StepDraft> steps = new ArrayList<>();
  private final Map<String, Choice> choices = new LinkedHashMap<>();

  PatchDraft(PatchSubject subject) {
    this.subject = subject;
  }

  StepDraft nextStep() {
    StepDraft step = new StepDraft(this, steps.size() + 1);
    steps.add(step);
    return step;
  }

  PatchSubject subject() {
    return subject;
  }

  TerraformFile terraform() {
    return terraform;
  }

  CloudFormationTemplate cloudFormation() {
    return cloudFormation;
  }

  List<StepDraft> steps() {
    return Collections.unmodifiableList(steps);
  }

  Map<String, String> documents() {
    return Collections.unmodifiableMap(documents);
  }

  List<ObjectNode> policies() {
    return Collections.unmodifiableList(policies);
  }

  void document(String name, JsonNode body) {
    documents.put(name, JsonText.pretty(body));
  }

  void program(String name, String text) {
    documents.put(name, text);
  }

  void choose(String variable, Choice choice) {
    choices.put(variable, choice);
  }

  /** What people decide, by the name of the variable. */
  Map<String, Choice> choices() {
    return Collections.unmodifiableMap(choices);
  }

  void policy(ObjectNode policy) {
    policies.add(policy);
  }
}
