package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.AccountIdentity.Passwords;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the account demand strong passwords of its IAM users? CIS AWS Foundations 1.8 and 1.9: 14
 * characters, the last 24 passwords not again; Config rule {@code iam-password-policy}. An account
 * without a policy has AWS's default of 8 characters and fails.
 */
public final class PasswordPolicy implements Check {
  private static final String KIND = "iam-password-policy";

  /** Settings. */
  public record Settings(
      @Setting("characters that a password must have at least") int minimumLength,
      @Setting("passwords that must not be taken again") int reusePrevention,
      @Setting("whether symbols, digits and both cases must be demanded")
          boolean characterClasses) {
    public Settings {
      if (minimumLength < 6 || minimumLength > 128) {
        throw new IllegalArgumentException("minimumLength must be in 6..128, not " + minimumLength);
      }
      if (reusePrevention < 0 || reusePrevention > 24) {
        throw new IllegalArgumentException(
            "reusePrevention must be in 0..24, not " + reusePrevention);
      }
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(14, 24, false);
    }
  }

  private final Settings settings;

  public PasswordPolicy(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The account demands strong passwords";
  }

  @Override
  public List<String> needs() {
    return List.of(KIND);
  }

  @Override
  public String remedy() {
    return "Run aws iam update-account-password-policy --minimum-password-length "
        + settings.minimumLength()
        + " --password-reuse-prevention "
        + settings.reusePrevention()
        + ".";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    Passwords policy = service.security().identity().account().passwords();
    CheckResult unread = Freshness.unread(service, KIND, "aws iam get-account-password-policy");
    if (policy == null) {
      return unread == null
          ? CheckResult.fail(CheckReason.WEAK_PASSWORDS, new Evidence("password_policy", "none"))
          : unread;
    }
    List<Evidence> weak = new ArrayList<>();
    if (policy.minimumLength() < settings.minimumLength()) {
      weak.add(new Evidence("MinimumPasswordLength", "" + policy.minimumLength()));
    }
    if (policy.reusePrevention() < settings.reusePrevention()) {
      weak.add(new Evidence("PasswordReusePrevention", "" + policy.reusePrevention()));
    }
    if (settings.characterClasses()
        && !(policy.symbols() && policy.numbers() && policy.upperCase() && policy.lowerCase())) {
      weak.add(new Evidence("character_classes", "not all"));
    }
    return weak.isEmpty()
        ? CheckResult.pass(new Evidence("MinimumPasswordLength", "" + policy.minimumLength()))
        : CheckResult.fail(CheckReason.WEAK_PASSWORDS).with(weak);
  }
}
