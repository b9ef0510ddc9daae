package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.FlowLog;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SubnetSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does an active flow log record the service's traffic? NIST AU-2. One of the VPC does, or one of
 * each of its subnets, or one of the interface of each running task. A flow log that fails to
 * deliver records nothing. What the bill says of vended logs proves nothing: many sources share it.
 */
public final class FlowLogsActive implements NetworkCheck {
  private static final String KIND = "ec2-flow-log";

  @Override
  public String statement() {
    return "An active flow log records the traffic of the service's VPC, subnets or interfaces";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-subnet", KIND);
  }

  @Override
  public String remedy() {
    return "Create a flow log of the VPC.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    NetworkSecurity network = service.security().network();
    List<FlowLog> logs =
        network.flowLogs().stream()
            .filter(log -> log.active() && !Freshness.isStale(service, log.collectedAt()))
            .toList();
    List<FlowLog> covering = covering(service, logs);
    if (covering != null) {
      return CheckResult.pass(
          covering.stream().map(FlowLogsActive::evidence).toArray(Evidence[]::new));
    }
    CheckResult unread = Freshness.unread(service, KIND, "aws ec2 describe-flow-logs");
    if (unread != null) {
      return unread;
    }
    CheckResult unresolved = TaskSubnets.unresolved(service);
    if (unresolved != null) {
      return unresolved;
    }
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("vpc", network.vpcId()));
    network.flowLogs().forEach(log -> because.add(evidence(log)));
    return CheckResult.fail(CheckReason.NO_FLOW_LOG, because.toArray(Evidence[]::new));
  }

  private static @Nullable List<FlowLog> covering(SecurityFacts service, List<FlowLog> logs) {
    NetworkSecurity network = service.security().network();
    TreeSet<String> recorded =
        logs.stream().map(FlowLog::resourceId).collect(Collectors.toCollection(TreeSet::new));
    List<String> subnets = network.subnets().stream().map(SubnetSecurity::id).toList();
    boolean allSubnets =
        network.missingSubnets().isEmpty()
            && TaskHosts.unresolved(service) == null
            && !subnets.isEmpty()
            && recorded.containsAll(subnets);
    boolean allInterfaces =
        service.config().layout().tasksKnown()
            && !network.interfaceIds().isEmpty()
            && recorded.containsAll(network.interfaceIds());
    if (recorded.contains(network.vpcId())) {
      return logs.stream().filter(log -> log.resourceId().equals(network.vpcId())).toList();
    }
    return allSubnets || allInterfaces ? logs : null;
  }

  private static Evidence evidence(FlowLog log) {
    return new Evidence(
        log.active() ? "flow_log" : "flow_log_not_delivering",
        "%s of %s, %s".formatted(log.id(), log.resourceId(), log.traffic()));
  }
}
