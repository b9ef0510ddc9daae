package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.PolicyStatement.Principal;
import java.util.ArrayList;
import java.util.List;

/** Who may assume a role by its trust policy. */
public final class TrustPolicy {
  private static final List<String> ASSUMING =
      List.of("sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity");

  private TrustPolicy() {}

  /** The statements that let somebody assume it, in order. */
  public static List<PolicyStatement> assuming(PolicySecurity trust) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (PolicyStatement statement : trust.statements()) {
      if (statement.allow()
          && ASSUMING.stream().anyMatch(action -> Scope.acts(statement, action))) {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** Whether a service of AWS may assume it; of an unknown policy it is assumed. */
  static boolean names(PolicySecurity trust, String service) {
    if (service.isEmpty() || !trust.known()) {
      return true;
    }
    return assuming(trust).stream()
        .anyMatch(
            statement ->
                statement.allPrincipalsBut()
                    || statement.principals().stream().anyMatch(one -> isService(one, service)));
  }

  /** Whether a principal is a service of AWS, in the spelling of any partition. */
  public static boolean isService(Principal principal, String service) {
    String value = principal.value();
    return principal.type().equals("Service")
        && (value.equals(service) || value.equals(service + ".cn"));
  }
}
