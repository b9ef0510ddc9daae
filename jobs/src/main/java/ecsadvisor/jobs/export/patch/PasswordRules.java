package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.SecurityStep.SetPasswordPolicy;

/** Sets what the passwords of an account's users must be like. */
final class PasswordRules {
  /** An update replaces the whole policy, and what expires is no input of it. */
  private static final String PRESENT = "(.PasswordPolicy // {} | del(.ExpirePasswords))";

  private PasswordRules() {}

  static void write(StepDraft step, SetPasswordPolicy set) {
    String region = GlobalRegion.of(step.subject().region());
    String after =
        "{MinimumPasswordLength: ([.MinimumPasswordLength // 0, "
            + set.minimumLength()
            + "] | max), RequireSymbols: true, RequireNumbers: true,"
            + " RequireUppercaseCharacters: true, RequireLowercaseCharacters: true,"
            + " PasswordReusePrevention: ([.PasswordReusePrevention // 0, 24] | max)}";
    String present = step.privately("password-policy.json");
    String error = step.privately("error");
    String recorded = step.recorded("password-policy.json");
    String input = step.privately("update-policy.json");
    String[] describe = {
      "aws iam get-account-password-policy --region "
          + region
          + " >"
          + present
          + " 2>"
          + error
          + " ||",
      "  { grep -q NoSuchEntity "
          + error
          + " && printf '{}' >"
          + present
          + "; } || stop \"$(cat "
          + error
          + ")\""
    };
    step.check(describe);
    step.check(
        "jq '" + PRESENT + " | . + " + after + "' " + present + " >" + input,
        "differ 'The password policy' \"$(jq -cS . "
            + input
            + ")\" \"$(jq -cS '"
            + PRESENT
            + "' "
            + present
            + ")\"",
        "jq '" + PRESENT + "' " + present + " >" + recorded);
    step.change(Aws.command("iam update-account-password-policy", region, input));
    step.needRecord("password-policy.json");
    step.undo(
        "if [ \"$(jq -c . " + recorded + ")\" = '{}' ]; then",
        "  aws iam delete-account-password-policy --region " + region + " || true",
        "else",
        "  " + Aws.command("iam update-account-password-policy", region, recorded),
        "fi");
    step.terraform()
        .resource("aws_iam_account_password_policy", "account")
        .number("minimum_password_length", set.minimumLength())
        .flag("require_symbols", true)
        .flag("require_numbers", true)
        .flag("require_uppercase_characters", true)
        .flag("require_lowercase_characters", true)
        .number("password_reuse_prevention", 24);
    step.say(
        "Asks for passwords of %d characters or more, of all kinds, and other than the last 24. It holds from each user's next change."
            .formatted(set.minimumLength()));
  }
}
