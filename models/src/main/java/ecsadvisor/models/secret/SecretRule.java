package ecsadvisor.models.secret;

import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.io.Serializable;
import java.util.List;

/**
 * A form that secrets have.
 *
 * @param id such as {@code aws-access-key-id}
 * @param confidence how sure a match is
 * @param keywords lower-case texts of which a text must contain one to be looked at; empty for any
 * @param pattern the form, in RE2's syntax, of {@code name=value}
 * @param group the group that is the secret; 0 for the first that takes part, else the whole
 * @param minimumEntropy bits per character that the secret has at least; 0 for any
 * @param allowances what is no secret although it has the form
 */
public record SecretRule(
    String id,
    Confidence confidence,
    List<String> keywords,
    String pattern,
    int group,
    double minimumEntropy,
    List<SecretAllowance> allowances)
    implements Serializable {
  public SecretRule {
    keywords = List.copyOf(keywords);
    allowances = List.copyOf(allowances);
  }
}
