package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.StackBuilder.stacked;
import static ecsadvisor.models.fixture.StackBuilder.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedByCodeTest {
  private final ManagedByCode check = new ManagedByCode(ManagedByCode.Settings.defaults());

  private void assertEnds(Verdict verdict, CheckReason reason, SecurityBuilder service) {
    CheckResult result = check.judge(service.facts());
    assertEquals(verdict, result.verdict());
    assertEquals(List.of(reason), result.reasons());
  }

  @Test
  void aStackThatExistsPasses() {
    assertEquals(Verdict.PASS, check.judge(stacked("UPDATE_COMPLETE", "", null).facts()).verdict());
  }

  @Test
  void aStackIsOpenWithoutItsExport() {
    assertEnds(Verdict.NO_DATA, CheckReason.MISSING_EXPORT, tagged());
  }

  @Test
  void aStackThatACompleteExportLacksLeftTheServiceBehind() {
    assertEnds(Verdict.FAIL, CheckReason.STACK_GONE, tagged().read("cloudformation-stack"));
  }

  @Test
  void aDeletedStackFails() {
    assertEnds(Verdict.FAIL, CheckReason.STACK_GONE, stacked("DELETE_COMPLETE", "", null));
  }

  @Test
  void aStackOfAnotherRegionIsUnresolved() {
    SecurityBuilder service =
        security(
                service()
                    .tagged(
                        "aws:cloudformation:stack-id",
                        "arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1"))
            .read("cloudformation-stack");
    assertEnds(Verdict.NO_DATA, CheckReason.UNRESOLVED_REFERENCE, service);
  }

  @ParameterizedTest
  @CsvSource({
    "ManagedBy, Terraform",
    "managed-by, terraform",
    "managed_by, OpenTofu",
    "Provisioner, Terraform Cloud",
    "iac, aws-cdk",
    "terraform, true",
    "terraform:workspace, prod",
    "pulumi:project, shop",
    "copilot-application, shop",
  })
  void tagsOfToolsPassInAnySpelling(String key, String value) {
    CheckResult result = check.judge(security(service().tagged(key, value)).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(new Evidence("shown_by", "tag"), result.because().get(1));
  }

  @ParameterizedTest
  @CsvSource({"terraform, false", "ManagedBy, console", "team, terraformers", "managed-by, ''"})
  void otherTagsFail(String key, String value) {
    assertEnds(Verdict.FAIL, CheckReason.NOT_FROM_CODE, security(service().tagged(key, value)));
  }

  @Test
  void noTagFails() {
    assertEnds(Verdict.FAIL, CheckReason.NOT_FROM_CODE, security());
  }

  @Test
  void tagsThatWereNotExportedAreNoAbsence() {
    assertEnds(Verdict.NO_DATA, CheckReason.MISSING_EXPORT, security().tagsUnknown());
  }
}
