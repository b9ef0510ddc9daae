package ecsadvisor.models.security.entry;

import static ecsadvisor.models.fixture.EntryBuilder.entry;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceConnectTlsTest {
  private final ServiceConnectTls check = new ServiceConnectTls();

  @Test
  void aPlainPortFails() {
    CheckResult result =
        check.judge(
            security().with(entry().offers("http", false).offers("grpc", true).build()).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(new Evidence("plain_port", "http")), result.because());
  }

  @Test
  void encryptedPortsPass() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(entry().offers("http", true).build()).facts()).verdict());
  }

  @Test
  void aServiceThatOnlyCallsOthersOffersNothing() {
    CheckResult result = check.judge(security().with(entry().connected().build()).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(new Evidence("service_connect", "client only")), result.because());
  }

  @Test
  void aSourceWithoutDeploymentsDoesNotTell() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }
}
