package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;

/**
 * A policy of a role.
 *
 * @param name its name
 * @param arn its ARN; empty for one that is part of the role
 * @param state whether its document is known
 * @param statements its statements; empty where the document is not known
 */
public record PolicySecurity(String name, String arn, State state, List<PolicyStatement> statements)
    implements Serializable {
  public PolicySecurity {
    statements = List.copyOf(statements);
  }

  /** What is known of a policy's document. */
  public enum State {
    /** It was read. */
    KNOWN,
    /** The inventory lacks it. */
    ABSENT,
    /** It is no policy that can be understood. */
    UNREADABLE
  }

  /** Whether its document was read. */
  public boolean known() {
    return state == State.KNOWN;
  }
}
