package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private repository of ECR.
 *
 * @param arn its ARN
 * @param mutability MUTABLE, IMMUTABLE, either with {@code _WITH_EXCLUSION}; empty where not said
 * @param exclusions patterns of tags for which the opposite holds
 * @param scanOnPush whether images are scanned when they are pushed, or null where not said
 * @param encryptionType AES256, KMS or KMS_DSSE; empty where not said
 * @param kmsKey its key; empty for none
 */
public record RepositorySecurity(
    String arn,
    String mutability,
    List<String> exclusions,
    @Nullable Boolean scanOnPush,
    String encryptionType,
    String kmsKey)
    implements Serializable {
  public RepositorySecurity {
    exclusions = List.copyOf(exclusions);
  }

  /** Whether a tag means the same image for ever. */
  public boolean fixes(String tag) {
    boolean excluded =
        mutability.endsWith("_WITH_EXCLUSION")
            && exclusions.stream().anyMatch(pattern -> StarPattern.matches(pattern, tag));
    return mutability.startsWith("IMMUTABLE") != excluded && !mutability.isEmpty();
  }
}
