package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.ConnectEndpoint;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * Does Service Connect encrypt what other services send to this one? The TLS block stands with each
 * port that the service offers; a service that only calls others offers none.
 */
public final class ServiceConnectTls implements ServiceCheck {
  @Override
  public String statement() {
    return "Service Connect encrypts what comes in on every port that the service offers";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service");
  }

  @Override
  public String remedy() {
    return "Add tls with an AWS Private CA to each service of serviceConnectConfiguration.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    EntrySecurity entry = service.security().entry();
    List<Evidence> plain = new ArrayList<>();
    for (ConnectEndpoint endpoint : entry.endpoints()) {
      if (!endpoint.encrypted()) {
        plain.add(new Evidence("plain_port", endpoint.portName()));
      }
    }
    if (!plain.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.PLAIN_SERVICE_CONNECT), plain);
    }
    if (!entry.connectKnown()) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          "ecs-service",
          "Add aws ecs describe-services, whose deployments tell of Service Connect.");
    }
    if (entry.endpoints().isEmpty()) {
      return CheckResult.notApplicable(
          CheckReason.NO_SERVICE_CONNECT,
          new Evidence("service_connect", entry.connected() ? "client only" : "off"));
    }
    return CheckResult.pass(
        new Evidence(
            "encrypted_ports",
            String.join(", ", entry.endpoints().stream().map(ConnectEndpoint::portName).toList())));
  }
}
