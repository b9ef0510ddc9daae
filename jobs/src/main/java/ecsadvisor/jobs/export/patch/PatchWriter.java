package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.SecurityStep;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a proposal into the files that apply it and undo it. Pure: same input, same bytes. */
public final class PatchWriter {
  private PatchWriter() {}

  /**
   * The patch of a proposal. Always has {@code README.md}; scripts and fragments where a command or
   * a resource's argument does what it says.
   *
   * @param subject what is to be changed
   * @param proposal how
   */
  public static Patch patch(PatchSubject subject, Proposal proposal) {
    return patch(subject, proposal, List.of());
  }

  /**
   * The same with a section for each check that it fixes.
   *
   * @param checks the checks
   */
  public static Patch patch(PatchSubject subject, Proposal proposal, List<FixedCheck> checks) {
    PatchDraft draft = new PatchDraft(subject);
    boolean hasBounds = proposal.steps().stream().anyMatch(Step.SetBounds.class::isInstance);
    boolean isRevised = false;
    for (Step step : proposal.steps()) {
      if (!ServiceRevision.covers(step) || subject.serviceName().isEmpty()) {
        write(draft.nextStep(), step, hasBounds);
      } else if (!isRevised) {
        isRevised = true;
        ServiceRevision.write(draft.nextStep(), proposal.steps());
      }
    }
    Map<String, String> files = new LinkedHashMap<>();
    boolean isScripted = draft.steps().stream().anyMatch(step -> !step.changes().isEmpty());
    String title =
        subject.controlId() + " for " + subject.title() + " (" + subject.recommendationId() + ")";
    if (isScripted) {
      files.put("apply.sh", Scripts.apply(draft));
      files.put("rollback.sh", Scripts.rollback(draft));
      files.putAll(draft.documents());
    }
    if (!draft.terraform().isEmpty()) {
      files.put("terraform.tf", draft.terraform().text(title));
    }
    if (!draft.cloudFormation().isEmpty()) {
      files.put("cloudformation.yaml", draft.cloudFormation().text(title));
    }
    if (!draft.policies().isEmpty()) {
      files.put("custodian.yaml", Custodian.text(draft.policies(), title));
    }
    Map<String, String> all = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(files.keySet());
    all.put("README.md", Readme.text(draft, proposal, checks, names));
    all.putAll(files);
    return new Patch(subject.recommendationId(), all);
  }

  private static void write(StepDraft draft, Step step, boolean hasBounds) {
    if (isAboutService(step) && draft.subject().serviceName().isEmpty()) {
      draft.say("By hand, for each service: " + step.getClass().getSimpleName() + ".");
    } else if (step instanceof Step.SetDesiredCount count) {
      DesiredCount.write(draft, count, hasBounds);
    } else if (step instanceof Step.SetBounds bounds) {
      CountBounds.write(draft, bounds);
    } else if (step instanceof Step.SetCapacityProviders change) {
      CapacityStrategy.write(draft, change);
    } else if (step instanceof Step.SetPlacement change) {
      PlacementStrategy.write(draft, change);
    } else if (step instanceof Step.TrackTarget track) {
      TrackedTarget.write(draft, track);
    } else if (step instanceof Step.Schedule schedule) {
      OffPeakActions.write(draft, schedule);
    } else if (step instanceof Step.SetTargetGroupAttribute change) {
      TargetGroupAttribute.write(draft, change);
    } else if (step instanceof Step.ResizeGroup resize) {
      GroupSize.write(draft, resize);
    } else if (step instanceof Step.PutLifecyclePolicy change) {
      LifecyclePolicy.write(draft, change);
    } else if (step instanceof Step.Delete delete) {
      Deletion.write(draft, delete);
    } else if (step instanceof Step.MergeLoadBalancer merge) {
      BalancerMerge.write(draft, merge);
    } else if (step instanceof Step.BuyCommitment buy) {
      CommitmentPurchase.write(draft, buy);
    } else if (step instanceof Step.WatchCost watch) {
      CostWatch.write(draft, watch);
    } else if (step instanceof SecurityStep security) {
      SecuritySteps.write(draft, security);
    } else {
      throw new IllegalStateException("No patch for " + step.getClass().getSimpleName());
    }
  }

  private static boolean isAboutService(Step step) {
    return ServiceRevision.covers(step)
        || step instanceof SecurityStep.CreateAlarm
        || step instanceof Step.SetDesiredCount
        || step instanceof Step.SetBounds
        || step instanceof Step.SetCapacityProviders
        || step instanceof Step.SetPlacement
        || step instanceof Step.TrackTarget
        || step instanceof Step.Schedule
        || (step instanceof Step.Delete delete && delete.kind().equals("ECS_SERVICE"));
  }
}
