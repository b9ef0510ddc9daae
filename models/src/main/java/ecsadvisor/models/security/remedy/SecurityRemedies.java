package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What fixes a failing check of a service, from its id and its answer. */
public final class SecurityRemedies {
  private static final String STATED = "attested-";
  private static final Map<String, Remedy> REMEDIES = remedies();

  private SecurityRemedies() {}

  /** The checks that have a remedy of their own. */
  public static Set<String> ids() {
    return Collections.unmodifiableSet(REMEDIES.keySet());
  }

  /**
   * The fixes, never none: what no step does is said for people.
   *
   * @param checkId a check's id, or the id under which a row's demand for a statement stands
   */
  public static List<Fix> of(String checkId, SecurityFacts service, CheckResult result) {
    FailedCheck failed = new FailedCheck(service, result);
    Remedy remedy = REMEDIES.get(checkId);
    if (remedy == null) {
      return failed.onService(new ByHand(statement(checkId), failed.evidence()));
    }
    List<Fix> fixes = new ArrayList<>(remedy.steps().of(failed));
    if (fixes.isEmpty()) {
      fixes.addAll(failed.onService(new ByHand(remedy.byHand(), failed.evidence())));
    }
    if (result.reasons().contains(CheckReason.FIX_NOT_DEPLOYED)) {
      String text =
          "The family's newest revision would pass: look at what else it changes, and deploy it"
              + " instead where that is meant.";
      fixes.addAll(failed.onService(new ByHand(text, failed.named("newest_revision"))));
    }
    return fixes;
  }

  private static String statement(String checkId) {
    return checkId.startsWith(STATED)
        ? "Put a statement into the attestations file, with the document that backs it, who states"
            + " it and until when it holds; it must state what is so."
        : "See what the check asks for, and change it by hand.";
  }

  private static Map<String, Remedy> remedies() {
    Map<String, Remedy> all = new TreeMap<>();
    for (Map<String, Remedy> family :
        List.of(
            TaskRemedies.all(),
            SecretRemedies.all(),
            IdentityRemedies.all(),
            NetworkRemedies.all(),
            EntryRemedies.all(),
            AuditRemedies.all(),
            StorageRemedies.all(),
            ChangeRemedies.all(),
            ContinuityRemedies.all())) {
      all.putAll(family);
    }
    return all;
  }
}
