package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.ServiceCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Does it go on when a zone is lost? Tasks with interfaces of their own run in the zones of their
 * subnets; one subnet is one zone whether it is known or not. On EC2 tasks run only where instances
 * are. CCM BCR-01.
 */
public final class SeveralZones implements ServiceCheck {
  @Override
  public String statement() {
    return "The service can run in two zones or more";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-subnet", "ecs-container-instance");
  }

  @Override
  public String remedy() {
    return "Give the service subnets of another zone, and its capacity provider instances there.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    List<NetworkSetting> networks = service.security().networks();
    List<CheckResult> answers = new ArrayList<>();
    networks.forEach(network -> answers.add(subnets(network, service)));
    LaunchType type = service.config().launchType();
    boolean instances = type == LaunchType.EC2 || type == LaunchType.MANAGED_INSTANCES;
    if (instances
        && (networks.isEmpty() || !service.security().continuity().machines().isEmpty())) {
      answers.add(machines(networks, service));
    }
    return AllOf.of(
        answers,
        type == LaunchType.EXTERNAL
            ? CheckResult.noData(
                CheckReason.OUTSIDE_AWS,
                "attestations",
                "State in how many places the servers outside AWS stand.")
            : CheckResult.noData(
                CheckReason.AMBIGUOUS_PLATFORM,
                "ecs-service",
                "Add aws ecs describe-services with networkConfiguration and launch type."));
  }

  private static CheckResult subnets(NetworkSetting network, SecurityFacts service) {
    Zones zones = Zones.of(network, service.security().continuity());
    Evidence subnets = new Evidence("subnets", String.join(", ", network.subnetIds()));
    Evidence named = new Evidence("zones", String.join(", ", zones.names()));
    if (zones.several()) {
      return CheckResult.pass(named);
    }
    boolean one = zones.all() && !network.subnetIds().isEmpty();
    if (one || network.subnetIds().size() == 1) {
      return CheckResult.fail(CheckReason.ONE_ZONE, named, subnets);
    }
    CheckResult unread = Freshness.unread(service, "ec2-subnet", "aws ec2 describe-subnets");
    return unread != null
        ? unread.with(List.of(subnets))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-subnet",
            "Add aws ec2 describe-subnets of the account that owns the subnets.",
            subnets);
  }

  private static CheckResult machines(List<NetworkSetting> networks, SecurityFacts service) {
    ContinuitySecurity continuity = service.security().continuity();
    Zones zones = Zones.ofMachines(continuity);
    Set<String> reached = new TreeSet<>(zones.names());
    networks.stream()
        .map(network -> Zones.of(network, continuity))
        .filter(Zones::all)
        .forEach(subnets -> reached.retainAll(subnets.names()));
    Evidence named = new Evidence("zones_of_instances", String.join(", ", reached));
    if (reached.size() > 1) {
      return CheckResult.pass(named);
    }
    CheckResult unread =
        Freshness.unread(service, "ecs-container-instance", "aws ecs describe-container-instances");
    if (unread != null) {
      return unread;
    }
    return zones.all()
        ? CheckResult.fail(
            CheckReason.ONE_ZONE,
            named,
            new Evidence("instances", "" + continuity.machines().size()))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-instance",
            "Add aws ec2 describe-instances of the cluster's instances.",
            named);
  }
}
