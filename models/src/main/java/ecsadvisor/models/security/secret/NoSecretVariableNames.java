package ecsadvisor.models.security.secret;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.secret.SecretDetector;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * Are credentials of AWS and registries kept out of the variables? Security Hub ECS.8, Config rule
 * {@code ecs-no-environment-secrets}, to the letter: three names, case sensitive, in {@code
 * environment} only, whatever the value. Names in {@code secrets} are references and do not count;
 * whether there are any changes nothing.
 */
public final class NoSecretVariableNames implements TaskCheck {
  /** Whether a variable has the name of a credential. */
  public static boolean isCredential(String name) {
    return SecretDetector.isForbidden(name);
  }

  @Override
  public String statement() {
    return "No variable has the name of a credential of AWS or of a registry";
  }

  @Override
  public String remedy() {
    return "Give the task a role, reference registry credentials in repositoryCredentials, remove"
        + " the variable and revoke the key.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<Evidence> because = new ArrayList<>();
    for (ContainerSecurity container : task.containers()) {
      container.environmentNames().stream()
          .filter(NoSecretVariableNames::isCredential)
          .sorted()
          .forEach(
              name -> {
                because.add(new Evidence("container", container.name()));
                because.add(new Evidence("variable", name));
              });
    }
    return because.isEmpty()
        ? CheckResult.pass()
        : CheckResult.fail(CheckReason.SECRET_NAME, because.toArray(Evidence[]::new));
  }
}
