package ecsadvisor.models.security.storage;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.change.ManagedByCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationBackedUpTest {
  private final ConfigurationBackedUp check =
      new ConfigurationBackedUp(ManagedByCode.Settings.defaults());

  private static final AuditSecurity NONE = audit().build();
  private static final AuditSecurity ON = audit().recorder(true, "SUCCESS", List.of()).build();
  private static final AuditSecurity OFF = audit().recorder(false, "", List.of()).build();
  private static final AuditSecurity UNCLEAR = audit().recorder(null, "", null).build();

  private CheckResult recorded(SecurityBuilder service, AuditSecurity audit) {
    return check.judge(service.with(audit).facts());
  }

  @Test
  void codePasses() {
    SecurityBuilder service = security(service().tagged("ManagedBy", "Terraform"));
    assertEquals(Verdict.PASS, recorded(service, OFF).verdict());
  }

  @Test
  void aRecorderOfEcsPasses() {
    assertEquals(Verdict.PASS, recorded(security(), ON).verdict());
  }

  @Test
  void neitherFails() {
    CheckResult result = recorded(security().read("config-recorder"), OFF);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.CONFIGURATION_NOT_KEPT), result.reasons());
    assertEquals(Verdict.FAIL, recorded(security().read("config-recorder"), NONE).verdict());
  }

  @Test
  void noRecorderProvesNothingWithoutItsExport() {
    assertEquals(Verdict.NO_DATA, recorded(security(), NONE).verdict());
  }

  @Test
  void aRecorderThatDoesNotSayIsOpen() {
    assertEquals(Verdict.NO_DATA, recorded(security(), UNCLEAR).verdict());
  }

  @Test
  void unknownTagsLeaveItOpen() {
    assertEquals(
        Verdict.NO_DATA, recorded(security().tagsUnknown().read("config-recorder"), OFF).verdict());
  }
}
