package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one step adds to a patch: lines of the two scripts, documents beside them, and sentences.
 *
 * <p>Lines are the program's own text. A name or value of an input enters them only as a {@link
 * ShellWord}, and reaches AWS only within a JSON document: the AWS CLI would read a file for an
 * option's value that begins with {@code file://}.
 */
final class StepDraft {
  private final PatchDraft patch;
  private final int number;
  private final List<String> checks = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> undoChecks = new ArrayList<>();
  private final List<String> undos = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  StepDraft(PatchDraft patch, int number) {
    this.patch = patch;
    this.number = number;
  }

  PatchSubject subject() {
    return patch.subject();
  }

  TerraformFile terraform() {
    return patch.terraform();
  }

  CloudFormationTemplate cloudFormation() {
    return patch.cloudFormation();
  }

  /** A label or logical name of a resource of which a patch may have several. */
  String numbered(String word) {
    return word + number;
  }

  /** Adds a JSON document and returns the name of its file. */
  String document(String name, JsonNode body) {
    String file = number + "-" + name + ".json";
    patch.document(file, body);
    return file;
  }

  /** Has people decide something and returns the variable's name. */
  String choose(Choice choice) {
    return choose(choice, choice.name());
  }

  /** The same under another name, where a patch may ask several times. */
  String choose(Choice choice, String variable) {
    patch.choose(variable, choice);
    return variable;
  }

  /** Options of jq with what people decided as {@code $choices[0]}. */
  String choices() {
    return patch.choices().isEmpty()
        ? "--argjson choices '[{}]'"
        : "--slurpfile choices \"$work/choices.json\"";
  }

  /** An argument of a Terraform block that is a list given as one text. */
  void listVariable(TerraformBlock block, String argument, String variable) {
    terraform().variable(variable);
    block.reference(argument, "split(\",\", var." + variable + ")");
  }

  /** A property of a template that is a list given as one text. */
  void listParameter(ObjectNode properties, String name, String parameter) {
    cloudFormation().parameter(parameter);
    ArrayNode split = properties.putObject(name).putArray("Fn::Split").add(",");
    split.addObject().put("Ref", parameter);
  }

  /** A property of a template that is given as a text. */
  void parameter(ObjectNode properties, String name, String parameter) {
    cloudFormation().parameter(parameter);
    properties.putObject(name).put("Ref", parameter);
  }

  /** Adds a jq program of the patch. */
  void program(String file, String text) {
    patch.program(file, text);
  }

  /** A file of the scripts' private folder, quoted. */
  String privately(String name) {
    return "\"$work/" + number + "-" + name + "\"";
  }

  /** A file of the folder in which apply.sh records what rollback.sh needs. */
  String recorded(String name) {
    return "recorded/" + number + "-" + name;
  }

  /** A command of the AWS CLI in the subject's region, its input in a document. */
  String aws(String operation, String file) {
    return Aws.command(operation, subject().region(), file);
  }

  /** The same where nobody reads the answer. */
  String awsQuietly(String operation, String file) {
    return aws(operation, file) + " >/dev/null";
  }

  /** Lines that run before the first change; they stop the script, or record. */
  void check(String... lines) {
    Collections.addAll(checks, lines);
  }

  void change(String... lines) {
    Collections.addAll(changes, lines);
  }

  void undoCheck(String... lines) {
    Collections.addAll(undoChecks, lines);
  }

  /** Lines that stop rollback.sh where apply.sh has not recorded what it needs. */
  void needRecord(String name) {
    undoCheck(
        "[ -f "
            + recorded(name)
            + " ] ||\n  stop 'apply.sh has recorded nothing in this folder: nothing to undo.'");
  }

  void undo(String... lines) {
    Collections.addAll(undos, lines);
  }

  /** A sentence of the README, in Markdown. */
  void say(String sentence) {
    sentences.add(sentence);
  }

  void policy(ObjectNode policy) {
    patch.policy(policy);
  }

  List<String> checks() {
    return checks;
  }

  List<String> changes() {
    return changes;
  }

  List<String> undoChecks() {
    return undoChecks;
  }

  List<String> undos() {
    return undos;
  }

  List<String> sentences() {
    return sentences;
  }

  int number() {
    return number;
  }
}
