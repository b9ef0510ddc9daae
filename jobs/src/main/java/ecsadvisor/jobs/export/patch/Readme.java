package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import java.util.List;

/** The page that tells what a patch does, in which order, and how to go back. */
final class Readme {
  private Readme() {}

  static String text(
      PatchDraft patch, Proposal proposal, List<FixedCheck> checks, List<String> files) {
    PatchSubject subject = patch.subject();
    StringBuilder page = new StringBuilder("# ");
    page.append(subject.controlId())
        .append(' ')
        .append(MarkdownText.of(proposal.actionTypeExtended()))
        .append(": ")
        .append(MarkdownText.of(subject.title()))
        .append("\n\n| | |\n|---|---|\n");
    row(page, "Account, region", subject.accountId() + " " + subject.region());
    row(page, "Now", proposal.currentSummary());
    row(page, "Proposed", proposal.recommendedSummary());
    row(page, "Effort", proposal.effort());
    row(page, "Tasks are replaced", proposal.restartNeeded() ? "yes" : "no");
    row(page, "Can be undone", proposal.rollbackPossible() ? "yes" : "no");
    row(page, "Performance risk", proposal.risk().label());
    why(page, proposal.reasonCodes());
    checks(page, checks);
    if (patch.steps().isEmpty()) {
      return page.append("\nNo command does this: it is for people to decide.\n").toString();
    }
    page.append("\n## Steps\n\n");
    for (StepDraft step : patch.steps()) {
      for (int i = 0; i < step.sentences().size(); i++) {
        String mark = i == 0 ? step.number() + ". " : "   - ";
        page.append(mark).append(step.sentences().get(i)).append('\n');
      }
    }
    if (files.contains("apply.sh")) {
      choices(page, patch);
      scripts(page);
    }
    fragments(page, files);
    return page.toString();
  }

  private static void why(StringBuilder page, List<ReasonCode> codes) {
    if (codes.isEmpty()) {
      return;
    }
    page.append("\n## Why\n\n");
    for (ReasonCode code : codes) {
      page.append("- ")
          .append(MarkdownText.of(code.code()))
          .append(": ")
          .append(MarkdownText.of(code.meaning()))
          .append('\n');
    }
  }

  private static void checks(StringBuilder page, List<FixedCheck> checks) {
    for (FixedCheck check : checks) {
      page.append("\n## ")
          .append(MarkdownText.of(check.id()))
          .append("\n\nShould hold: ")
          .append(MarkdownText.of(check.statement()))
          .append(".\n\n- service=")
          .append(MarkdownText.of(check.service()))
          .append('\n');
      check.because().forEach(fact -> page.append("- ").append(MarkdownText.of(fact)).append('\n'));
      page.append("\nFix: ").append(MarkdownText.of(check.remedy())).append('\n');
    }
  }

  /** What people must decide before. */
  private static void choices(StringBuilder page, PatchDraft patch) {
    if (patch.choices().isEmpty()) {
      return;
    }
    page.append("\n## Decide\n\n`apply.sh` does nothing before these variables are set:\n\n");
    patch
        .choices()
        .forEach(
            (variable, choice) ->
                page.append("- `")
                    .append(variable)
                    .append("`: ")
                    .append(MarkdownText.of(choice.meaning()))
                    .append(".\n"));
  }

  private static void scripts(StringBuilder page) {
    page.append(
        """

        ## Apply

        ```
        bash apply.sh
        ```

        It needs `bash`, `jq` and the AWS CLI with credentials of the account. It stops before the
        first change where the present state is not the recorded one. Keep this folder: `recorded/`
        holds what `rollback.sh` needs.

        ## Check

        Watch errors, latency and task stops of the service for a day, CPU and memory for a week.
        The next weeks' `cost_daily.csv` has what it costs then.

        ## Roll back

        ```
        bash rollback.sh
        ```

        It puts every recorded value back, last step first, and stops where something else was
        changed since; `bash rollback.sh --force` goes on all the same. It can be run again, and after
        an `apply.sh` that stopped half-way.
        """);
  }

  private static void fragments(StringBuilder page, List<String> files) {
    if (!files.contains("terraform.tf") && !files.contains("cloudformation.yaml")) {
      return;
    }
    page.append(
        """

        ## Infrastructure as code

        Where the resource is managed by Terraform or CloudFormation, make the change there instead,
        or the next run of it undoes this one: `terraform.tf` and `cloudformation.yaml` hold the
        arguments that change. They are fragments, not whole resources.
        """);
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("| ").append(name).append(" | ").append(MarkdownText.of(value)).append(" |\n");
  }
}
