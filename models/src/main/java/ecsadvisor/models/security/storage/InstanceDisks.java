package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.Disk;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the disks of the instances that a service can run on are encrypted. */
final class InstanceDisks {
  private static final int SHOWN = 5;

  private InstanceDisks() {}

  /** The answer, or null where it runs on no instance of the account's. */
  static @Nullable CheckResult encrypted(SecurityFacts service) {
    LaunchType type = service.config().launchType();
    return switch (type) {
      case FARGATE -> null;
      case EC2, MANAGED_INSTANCES -> ofMachines(service);
      case EXTERNAL ->
          CheckResult.noData(
              CheckReason.OUTSIDE_AWS,
              "attestations",
              "State how the disks of the servers outside AWS are encrypted.");
      case UNKNOWN ->
          CheckResult.noData(
              CheckReason.AMBIGUOUS_PLATFORM,
              "ecs-capacity-provider",
              "Add aws ecs describe-capacity-providers and describe-clusters of this region.");
    };
  }

  private static @Nullable CheckResult ofMachines(SecurityFacts service) {
    List<Evidence> plain = new ArrayList<>();
    int disks = 0;
    @Nullable CheckResult open =
        Freshness.unread(service, "ecs-container-instance", "aws ecs describe-container-instances");
    for (MachineSecurity machine : service.security().storage().machines()) {
      boolean known = machine.disksKnown();
      for (Disk disk : machine.disks()) {
        disks++;
        Boolean encrypted = disk.encrypted();
        known &= encrypted != null;
        if (Boolean.FALSE.equals(encrypted)) {
          plain.add(new Evidence("disk", disk.volumeId() + " of " + machine.instanceId()));
        }
      }
      open = known || open != null ? open : unknown(service, machine);
    }
    if (!plain.isEmpty()) {
      List<Evidence> shown = new ArrayList<>(plain.subList(0, Math.min(SHOWN, plain.size())));
      shown.add(new Evidence("disks_not_encrypted", plain.size() + " of " + disks));
      return CheckResult.fail(CheckReason.NOT_ENCRYPTED, shown.toArray(Evidence[]::new));
    }
    if (open != null) {
      return open;
    }
    return disks == 0 ? null : CheckResult.pass(new Evidence("disks_encrypted", "" + disks));
  }

  private static CheckResult unknown(SecurityFacts service, MachineSecurity machine) {
    CheckResult unread = Freshness.unread(service, "ec2-volume", "aws ec2 describe-volumes");
    return unread != null
        ? unread
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-instance",
            "Add aws ec2 describe-instances and describe-volumes of " + machine.instanceId() + ".",
            new Evidence("instance", machine.instanceId()));
  }
}
