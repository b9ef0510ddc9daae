package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.MoveToSecret;
import ecsadvisor.models.security.secret.NoSecretVariableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fixes of secrets that stand in a task definition. No value of a variable is ever here. */
final class SecretRemedies {
  private static final String ENVIRONMENT = "environment";
  private static final String STORE =
      "Put the value into Secrets Manager or Parameter Store and name it in secrets, with a right"
          + " of the execution role to read it. The value has been readable to everyone who may"
          + " describe the task definition: change it at its source as well, and deregister the old"
          + " revisions.";

  private SecretRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "no-secret-variable-names",
        new Remedy(STORE, failed -> failed.onContainers(container -> named(container))),
        "no-secrets-in-definition",
        new Remedy(STORE, SecretRemedies::found),
        "environment-files-reviewed",
        Remedy.byHand(
            "Look through the environment files for secrets, move those to a secret store, and state"
                + " the review in the attestations file: ECS reads the files, their content is in"
                + " no export."));
  }

  private static List<TaskEdit> named(ContainerSecurity container) {
    return container.environmentNames().stream()
        .filter(NoSecretVariableNames::isCredential)
        .distinct()
        .<TaskEdit>map(name -> new MoveToSecret(container.name(), name))
        .toList();
  }

  private static List<Fix> found(FailedCheck failed) {
    List<Fix> fixes =
        new ArrayList<>(
            failed.onContainers(
                container ->
                    container.secretHits().stream()
                        .filter(hit -> hit.place().equals(ENVIRONMENT) && !hit.name().isEmpty())
                        .map(SecretHit::name)
                        .distinct()
                        .<TaskEdit>map(name -> new MoveToSecret(container.name(), name))
                        .toList()));
    Set<String> elsewhere = new TreeSet<>();
    failed
        .facts()
        .security()
        .tasks()
        .forEach(task -> task.containers().forEach(one -> elsewhere.addAll(otherPlaces(one))));
    if (!elsewhere.isEmpty()) {
      String text =
          "Take what looks like a secret out of these places, which ECS cannot fill from a store;"
              + " have the program read a variable that is in secrets instead. Change the secret"
              + " at its source.";
      fixes.addAll(failed.onService(new ByHand(text, List.copyOf(elsewhere))));
    }
    return fixes;
  }

  private static List<String> otherPlaces(ContainerSecurity container) {
    return container.secretHits().stream()
        .filter(hit -> !hit.place().equals(ENVIRONMENT))
        .map(hit -> (container.name() + ": " + hit.place() + " " + hit.name()).strip())
        .toList();
  }
}
