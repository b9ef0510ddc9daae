package ecsadvisor.models.security;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Verdict;
import org.junit.jupiter.api.Test;

class ServiceCheckTest {
  private static final class Holds implements ServiceCheck {
    @Override
    public String statement() {
      return "It holds";
    }

    @Override
    public String remedy() {
      return "Nothing.";
    }

    @Override
    public CheckResult judgeFresh(SecurityFacts service) {
      return CheckResult.pass();
    }
  }

  private static SecurityFacts later(SecurityFacts facts, int days) {
    return new SecurityFacts(
        facts.key(),
        facts.owner(),
        facts.environment(),
        facts.ownerTags(),
        facts.asOf().plusDays(days),
        facts.config(),
        facts.security(),
        facts.attestations(),
        facts.bill());
  }

  @Test
  void aFreshDescriptionAnswers() {
    assertEquals(Verdict.PASS, new Holds().judge(later(security().facts(), 35)).verdict());
  }

  @Test
  void anOldDescriptionAnswersNothing() {
    assertEquals(Verdict.NO_DATA, new Holds().judge(later(security().facts(), 36)).verdict());
  }
}
