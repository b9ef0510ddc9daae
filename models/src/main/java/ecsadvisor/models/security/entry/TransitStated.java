package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.Attestation;
import ecsadvisor.models.fact.security.ConnectEndpoint;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.security.Statements;
import java.util.List;

/**
 * Does somebody state how a service's transmissions are encrypted that no file shows? NIST SC-8.
 * Listeners, EFS volumes and Service Connect with TLS have checks of their own; a worker without
 * any of them needs a statement on SC-8 as a whole.
 */
public final class TransitStated implements ServiceCheck {
  private static final String CONTROL = "SC-8";

  private final ListenersEncrypted listeners = new ListenersEncrypted();

  @Override
  public String statement() {
    return "Where no listener, volume or proxy shows it, somebody states how transmissions are"
        + " encrypted";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition", "attestations");
  }

  @Override
  public String remedy() {
    return "State in --attestations who encrypts what the service sends: control SC-8.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    EntrySecurity entry = service.security().entry();
    if (listeners.judgeFresh(service).verdict() != Verdict.NOT_APPLICABLE) {
      return elsewhere("load balancer");
    }
    if (service.security().tasks().stream().anyMatch(TransitStated::hasFileSystem)) {
      return elsewhere("EFS volume");
    }
    if (entry.connected() && entry.endpoints().stream().anyMatch(ConnectEndpoint::encrypted)) {
      return elsewhere("Service Connect with TLS");
    }
    List<Attestation> given =
        service.attestations().of(service.key()).ofControl(CONTROL).stream()
            .filter(one -> one.check().isEmpty() && one.type() != Attestation.Type.EXCEPTION)
            .toList();
    List<Attestation> valid = given.stream().filter(one -> one.holdsOn(service.asOf())).toList();
    if (!valid.isEmpty()) {
      return Statements.worst(valid);
    }
    return CheckResult.noData(
        given.isEmpty() ? CheckReason.ATTESTATION_MISSING : CheckReason.ATTESTATION_EXPIRED,
        "attestations",
        remedy());
  }

  private static CheckResult elsewhere(String subject) {
    return CheckResult.notApplicable(
        CheckReason.JUDGED_ELSEWHERE, new Evidence("transmits_by", subject));
  }

  private static boolean hasFileSystem(TaskSecurity task) {
    return task.volumes().stream().anyMatch(volume -> !volume.fileSystemId().isEmpty());
  }
}
