package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.AccountIdentity.Passwords;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {
  private final PasswordPolicy check = new PasswordPolicy(PasswordPolicy.Settings.defaults());

  private static IdentitySecurity with(int length, int reuse) {
    Passwords passwords = new Passwords(length, true, true, false, true, reuse);
    AccountIdentity account = new AccountIdentity(false, Set.of(), List.of(), List.of(), passwords);
    return new IdentitySecurity(Map.of(), List.of(), false, Map.of(), account);
  }

  @Test
  void strongPolicyPasses() {
    assertEquals(Verdict.PASS, check.judge(security().with(with(14, 24)).facts()).verdict());
  }

  @Test
  void weakPolicyFails() {
    CheckResult result = check.judge(security().with(with(13, 0)).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(
        List.of(
            new Evidence("MinimumPasswordLength", "13"),
            new Evidence("PasswordReusePrevention", "0")),
        result.because());
  }

  @Test
  void classesOfCharactersAreDemandedOnRequest() {
    PasswordPolicy strict = new PasswordPolicy(new PasswordPolicy.Settings(14, 24, true));
    assertEquals(Verdict.FAIL, strict.judge(security().with(with(14, 24)).facts()).verdict());
  }

  @Test
  void accountWithoutAPolicyFails() {
    CheckResult result = check.judge(security().read("iam-password-policy").facts());
    assertEquals(List.of(CheckReason.WEAK_PASSWORDS), result.reasons());
  }

  @Test
  void policyThatNobodyExportedIsNoPass() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }

  @Test
  void settingsAreWithinWhatIamAllows() {
    assertThrows(IllegalArgumentException.class, () -> new PasswordPolicy.Settings(5, 24, false));
    assertThrows(IllegalArgumentException.class, () -> new PasswordPolicy.Settings(14, 25, false));
  }
}
