package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity.Recorder;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.ArrayList;
import java.util.List;

/**
 * Does AWS Config record the account's ECS? Security Hub Config.1 asks for a recorder that runs;
 * here it must also take clusters, services and task definitions, and its last delivery must not
 * have failed. Items on the bill do not say of which type they are and settle nothing.
 */
public final class ConfigRecords implements Check {
  private static final String KIND = "config-recorder";

  @Override
  public String statement() {
    return "AWS Config records clusters, services and task definitions";
  }

  @Override
  public List<String> needs() {
    return List.of(KIND);
  }

  @Override
  public String remedy() {
    return "Start a recorder of AWS Config that takes the types of ECS.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    List<Evidence> weak = new ArrayList<>();
    boolean open = false;
    for (Recorder recorder : service.security().audit().recorders()) {
      String weakness = weakness(recorder);
      if (!weakness.isEmpty()) {
        weak.add(new Evidence("recorder", recorder.name() + " (" + weakness + ")"));
      } else if (recorder.recording() == null
          || recorder.leftOut() == null
          || Freshness.isStale(service, recorder.collectedAt())) {
        open = true;
      } else {
        return CheckResult.pass(new Evidence("recorder", recorder.name()));
      }
    }
    CheckResult unread =
        Freshness.unread(service, KIND, "aws configservice describe-configuration-recorders");
    if (unread == null && open) {
      unread =
          CheckResult.noData(
              CheckReason.UNRESOLVED_REFERENCE,
              KIND,
              "Add aws configservice describe-configuration-recorders and"
                  + " describe-configuration-recorder-status.");
    }
    return unread == null
        ? CheckResult.fail(CheckReason.NOT_RECORDED).with(weak)
        : unread.with(weak);
  }

  /** What is surely wrong with a recorder; empty for nothing. */
  private static String weakness(Recorder recorder) {
    if (Boolean.FALSE.equals(recorder.recording())) {
      return "stopped";
    }
    if (recorder.lastStatus().equals("FAILURE")) {
      return "cannot deliver";
    }
    List<String> leftOut = recorder.leftOut();
    return leftOut == null || leftOut.isEmpty() ? "" : "without " + String.join(", ", leftOut);
  }
}
