package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;

/** File systems, volumes and their backups. */
public final class Storage {
  static final int VOLUME_GIB = 100;

  /** Size of the volume that nothing has attached any more. */
  public static final int FORGOTTEN_GIB = 200;

  private Storage() {}

  static String fileSystemId(Service service) {
    return "fs-0" + Seeds.hex(16, 17, "file-system", service.arn());
  }

  static String volumeId(long seed, Instance instance) {
    return "vol-0" + Seeds.hex(16, seed, "volume", instance.id());
  }

  /** The id of the volume that an instance of long ago left behind in a place. */
  public static String forgottenVolumeId(long seed, Cluster place) {
    return "vol-0" + Seeds.hex(16, seed, "forgotten", place.account().id(), place.region());
  }

  /** Adds that volume, which nothing has attached. */
  static void forgottenVolume(Organisation organisation, Envelopes envelopes) {
    Cluster place = envelopes.place();
    String id = forgottenVolumeId(organisation.seed(), place);
    envelopes.add(
        Kind.EC2_VOLUME,
        place.arn("ec2", "volume/" + id),
        Body.of(
            "VolumeId",
            id,
            "Size",
            FORGOTTEN_GIB,
            "VolumeType",
            "gp3",
            "Encrypted",
            true,
            "State",
            "available",
            "CreateTime",
            Body.time(organisation.timeline().firstHour() - 5000),
            "AvailabilityZone",
            place.zones().get(0),
            "Attachments",
            List.of(),
            "Tags",
            Body.tags(Map.of("Name", "old-print-spool"))));
  }

  static void add(Organisation organisation, Envelopes envelopes, List<Service> services) {
    for (Service service : services) {
      if (service.fileSystem()) {
        fileSystem(organisation, envelopes, service);
      }
    }
    String planId = Seeds.uuid(17, "backup-plan", envelopes.place().account().id());
    String planArn = envelopes.place().arn("backup", "backup-plan:" + planId);
    envelopes.add(
        Kind.BACKUP_PLAN,
        planArn,
        Body.of(
            "BackupPlanId",
            planId,
            "BackupPlanArn",
            planArn,
            "BackupPlan",
            Body.of(
                "BackupPlanName",
                "daily",
                "Rules",
                List.of(
                    Body.of(
                        "RuleName",
                        "daily",
                        "TargetBackupVaultName",
                        "Default",
                        "ScheduleExpression",
                        "cron(0 5 ? * * *)")))));
    envelopes.add(
        Kind.BACKUP_SELECTION,
        planArn,
        Body.of(
            "BackupPlanId",
            planId,
            "SelectionId",
            Seeds.uuid(17, "selection", planId),
            "BackupSelection",
            Body.of(
                "SelectionName",
                "tagged",
                "ListOfTags",
                List.of(
                    Body.of(
                        "ConditionType",
                        "STRINGEQUALS",
                        "ConditionKey",
                        "backup",
                        "ConditionValue",
                        "daily")))));
    String database = envelopes.place().arn("rds", "db:larkspur");
    envelopes.add(
        Kind.BACKUP_PROTECTED_RESOURCE,
        database,
        Body.of(
            "ResourceArn",
            database,
            "ResourceType",
            "RDS",
            "LastBackupTime",
            Body.time(organisation.timeline().endHour() - 19)));
  }

  private static void fileSystem(Organisation organisation, Envelopes envelopes, Service service) {
    String id = fileSystemId(service);
    String arn = service.cluster().arn("elasticfilesystem", "file-system/" + id);
    envelopes.add(
        Kind.EFS_FILE_SYSTEM,
        arn,
        Body.of(
            "FileSystemId",
            id,
            "FileSystemArn",
            arn,
            "CreationTime",
            Body.time(organisation.timeline().firstHour() - 6000),
            "LifeCycleState",
            "available",
            "Encrypted",
            !service.flaws().contains(Flaw.EFS_UNENCRYPTED),
            "SizeInBytes",
            Body.of("Value", 21_474_836_480L),
            "Tags",
            List.of()));
    boolean backup = !service.flaws().contains(Flaw.EFS_NO_BACKUP);
    envelopes.add(
        Kind.EFS_BACKUP_POLICY,
        arn,
        Body.of("BackupPolicy", Body.of("Status", backup ? "ENABLED" : "DISABLED")));
  }
}
