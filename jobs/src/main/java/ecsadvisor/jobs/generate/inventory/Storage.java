package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;

/** File systems, volumes and their backups. */
final class Storage {
  static final int VOLUME_GIB = 100;

  private Storage() {}

  static String fileSystemId(Service service) {
    return "fs-0" + Seeds.hex(16, 17, "file-system", service.arn());
  }

  static String volumeId(long seed, Instance instance) {
    return "vol-0" + Seeds.hex(16, seed, "volume", instance.id());
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
            Body.of("Value", 21_474_836_480L)));
    boolean backup = !service.flaws().contains(Flaw.EFS_NO_BACKUP);
    envelopes.add(
        Kind.EFS_BACKUP_POLICY,
        arn,
        Body.of("BackupPolicy", Body.of("Status", backup ? "ENABLED" : "DISABLED")));
  }
}
