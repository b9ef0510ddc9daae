package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;

/**
 * A statement of an IAM policy, lists where the document has one text.
 *
 * @param allow whether it allows; if not, it denies
 * @param allActionsBut whether it concerns all actions but the listed ones (NotAction)
 * @param actions patterns of actions
 * @param allResourcesBut whether it concerns all resources but the listed ones (NotResource)
 * @param resources patterns of ARNs; empty in a trust policy
 * @param conditions what must hold, all of it
 * @param allPrincipalsBut whether it concerns all principals but the listed ones (NotPrincipal)
 * @param principals whom it concerns; empty in a role's own policies
 */
public record PolicyStatement(
    boolean allow,
    boolean allActionsBut,
    List<String> actions,
    boolean allResourcesBut,
    List<String> resources,
    List<Condition> conditions,
    boolean allPrincipalsBut,
    List<Principal> principals)
    implements Serializable {
  public PolicyStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
    principals = List.copyOf(principals);
  }

  /**
   * A condition.
   *
   * @param operator such as StringEquals
   * @param key such as {@code iam:PassedToService}
   * @param values any of which satisfies it
   */
  public record Condition(String operator, String key, List<String> values)
      implements Serializable {
    public Condition {
      values = List.copyOf(values);
    }
  }

  /**
   * A principal.
   *
   * @param type AWS, Service, Federated or CanonicalUser; {@code *} where the document names no
   *     type
   * @param value such as {@code ecs-tasks.amazonaws.com}
   */
  public record Principal(String type, String value) implements Serializable {}
}
