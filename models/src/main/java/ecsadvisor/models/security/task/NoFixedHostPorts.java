package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * Does every port of the host that a container takes change from task to task? In bridge mode
 * {@code hostPort} is 0 or absent. Other modes take no ports of the host one by one, and a DAEMON
 * service has one task per host.
 */
public final class NoFixedHostPorts implements TaskCheck {
  @Override
  public String statement() {
    return "No container takes a fixed port of its host";
  }

  @Override
  public String remedy() {
    return "Set hostPort to 0 and let the load balancer or Service Connect find the port.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    if (service.config().schedulingStrategy().equals("DAEMON")) {
      return CheckResult.notApplicable(
          CheckReason.NO_HOST_PORTS, new Evidence("schedulingStrategy", "DAEMON"));
    }
    return switch (NetworkMode.of(task, service)) {
      case AWSVPC, HOST, NONE -> CheckResult.notApplicable(CheckReason.NO_HOST_PORTS);
      case BRIDGE -> inBridgeMode(task);
      case OPEN ->
          inBridgeMode(task).verdict() == Verdict.PASS
              ? CheckResult.pass()
              : Unresolved.of(task, List.of("networkMode"));
    };
  }

  private static CheckResult inBridgeMode(TaskSecurity task) {
    return Containers.without(
        task,
        CheckReason.FIXED_HOST_PORT,
        "portMappings.hostPort",
        container ->
            container.ports().stream()
                .filter(port -> port.hostPort() != 0)
                .map(port -> Integer.toString(port.hostPort()))
                .toList());
  }
}
