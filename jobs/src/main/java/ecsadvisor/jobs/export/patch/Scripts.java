package ecsadvisor.jobs.export.patch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The two scripts of a patch. */
final class Scripts {
  private static final String START =
      """
      set -euo pipefail
      unset CDPATH
      cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
      export AWS_PAGER='' AWS_DEFAULT_OUTPUT=json
      umask 077
      work=$(mktemp -d)
      trap 'rm -rf -- "$work"' EXIT

      stop() {
        printf '%s\\n' "$*" >&2
        exit 1
      }

      """;

  private static final String EXPECT =
      """
      # expect WHAT RECORDED PRESENT: stops unless the two JSON values are the same.
      expect() {
        jq -en --argjson recorded "$2" --argjson present "$3" '$recorded == $present' >/dev/null ||
          stop "$1: recorded was $2, found is $3. Nothing was changed; take fresh advice."
      }

      # differ WHAT AFTER PRESENT: stops where what is proposed is so already.
      differ() {
        jq -en --argjson after "$2" --argjson present "$3" '$after != $present' >/dev/null ||
          stop "$1 is $2 already. Nothing was changed."
      }

      # form VARIABLE EXPRESSION: stops unless the variable's value has that form.
      form() {
        [[ ${!1} =~ $2 ]] || stop "$1 must have the form $2"
      }

      """;

  private static final String ACCEPT =
      """
      force=${1:-}

      # doubt WHAT: stops unless told to go on all the same.
      doubt() {
        [ "$force" = --force ] ||
          stop "$1. Nothing was changed. Look first; --force restores the recorded state."
      }

      # accept WHAT BEFORE AFTER PRESENT: in doubt unless PRESENT is one of the others.
      accept() {
        jq -en --argjson before "$2" --argjson after "$3" --argjson present "$4" \\
          '$present == $before or $present == $after' >/dev/null ||
          doubt "$1 is $4: neither recorded ($2) nor applied ($3)"
      }

      # same A B: whether two JSON files say the same, whatever the order within lists.
      same() {
        jq -en --slurpfile a "$1" --slurpfile b "$2" \\
          'def sorted: walk(if type == "array" then sort else . end);
           ($a[0] | sorted) == ($b[0] | sorted)' >/dev/null
      }

      """;

  private Scripts() {}

  static String apply(PatchDraft patch) {
    StringBuilder script = head(patch, "Applies");
    script.append(START).append(EXPECT);
    choices(script, patch);
    account(script, patch.subject());
    script.append("mkdir -p recorded\n");
    for (StepDraft step : patch.steps()) {
      section(script, "Check " + step.number(), step.checks());
    }
    if (!patch.choices().isEmpty()) {
      script.append("cp -- \"$work/choices.json\" recorded/\n");
    }
    for (StepDraft step : patch.steps()) {
      section(script, "Step " + step.number(), step.changes());
    }
    return script.append("\nprintf '%s\\n' 'Done. To undo: bash rollback.sh'\n").toString();
  }

  static String rollback(PatchDraft patch) {
    StringBuilder script = head(patch, "Undoes");
    script.append(START).append(ACCEPT);
    if (!patch.choices().isEmpty()) {
      script
          .append("[ -f recorded/choices.json ] ||\n  ")
          .append("stop 'apply.sh has recorded nothing in this folder: nothing to undo.'\n")
          .append("cp -- recorded/choices.json \"$work/\"\n\n");
    }
    account(script, patch.subject());
    List<StepDraft> reversed = new ArrayList<>(patch.steps());
    Collections.reverse(reversed);
    for (StepDraft step : reversed) {
      section(script, "Check " + step.number(), step.undoChecks());
    }
    for (StepDraft step : reversed) {
      section(script, "Undo step " + step.number(), step.undos());
    }
    return script.append("\nprintf '%s\\n' 'Done.'\n").toString();
  }

  private static StringBuilder head(PatchDraft patch, String verb) {
    PatchSubject subject = patch.subject();
    return new StringBuilder("#!/usr/bin/env bash\n# ")
        .append(verb)
        .append(' ')
        .append(subject.controlId())
        .append(" for ")
        .append(PlainText.line(subject.title()))
        .append(" (")
        .append(subject.recommendationId())
        .append(").\n");
  }

  /** Lines that stop unless people have decided what they must. */
  private static void choices(StringBuilder script, PatchDraft patch) {
    if (patch.choices().isEmpty()) {
      return;
    }
    StringBuilder arguments = new StringBuilder();
    script.append("# What you decide; README.md says more.\n");
    patch
        .choices()
        .forEach(
            (variable, choice) -> {
              script
                  .append(": \"${" + variable + ":?Set " + variable + " to ")
                  .append(choice.meaning())
                  .append("}\"\nform " + variable + " '")
                  .append(choice.form())
                  .append("'\n");
              arguments.append(" --arg " + variable + " \"$" + variable + "\"");
            });
    script.append("jq -n").append(arguments).append(" '$ARGS.named' >\"$work/choices.json\"\n\n");
  }

  private static void account(StringBuilder script, PatchSubject subject) {
    String region =
        subject.region().isEmpty() ? GlobalRegion.of(subject.region()) : subject.region();
    script
        .append("for tool in aws jq; do\n")
        .append("  command -v \"$tool\" >/dev/null || stop \"$tool is needed.\"\n")
        .append("done\n")
        .append("account=$(aws sts get-caller-identity --region ")
        .append(region)
        .append(" --query Account --output text)\n")
        .append("[ \"$account\" = ")
        .append(subject.accountId())
        .append(" ] ||\n  stop \"These are credentials of account $account, not of ")
        .append(subject.accountId())
        .append(".\"\n");
  }

  private static void section(StringBuilder script, String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    script.append("\n# ").append(title).append('\n');
    lines.forEach(line -> script.append(line).append('\n'));
  }
}
