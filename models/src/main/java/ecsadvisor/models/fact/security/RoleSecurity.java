package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.Tag;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of IAM.
 *
 * @param arn its ARN
 * @param collectedAt when it was read
 * @param trust who may assume it
 * @param policies what it may do: inline and attached policies, inline ones first
 * @param boundary what it may do at most, or null where nothing limits it
 * @param tags its tags
 * @param tagsKnown whether the source includes tags
 * @param lastUsedKnown whether the source says when it was used last
 * @param lastUsedAt when it was used last, or null for not within the time that IAM looks back
 */
public record RoleSecurity(
    String arn,
    Instant collectedAt,
    PolicySecurity trust,
    List<PolicySecurity> policies,
    @Nullable PolicySecurity boundary,
    List<Tag> tags,
    boolean tagsKnown,
    boolean lastUsedKnown,
    @Nullable Instant lastUsedAt)
    implements Serializable {
  public RoleSecurity {
    policies = List.copyOf(policies);
    tags = List.copyOf(tags);
  }

  /** Its name, with its path if it has one. */
  public String name() {
    int slash = arn.indexOf('/');
    return slash < 0 ? arn : arn.substring(slash + 1);
  }

  /** The account that it belongs to; empty where the ARN is none. */
  public String accountId() {
    return accountOf(arn);
  }

  /** The account in an ARN; empty where it has none. */
  public static String accountOf(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 ? parts[4] : "";
  }
}
