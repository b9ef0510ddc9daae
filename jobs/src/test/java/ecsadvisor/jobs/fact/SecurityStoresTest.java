package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.BackupSelection;
import ecsadvisor.models.fact.security.BackupSelection.Condition;
import ecsadvisor.models.fact.security.Disk;
import ecsadvisor.models.fact.security.FileSystemSecurity;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.StorageSecurity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityStoresTest {
  private static final String FILE_SYSTEM =
      "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1";
  private static final InventoryItem EFS =
      item(
          "efs-file-system",
          FILE_SYSTEM,
          "{'FileSystemId':'fs-1','Encrypted':true,'Tags':[{'Key':'backup','Value':'daily'}]}");
  private static final InventoryItem MOUNTS =
      definition(
          "'containerDefinitions':[{'name':'app','image':'i:1'}],'volumes':[{'name':'data',"
              + "'efsVolumeConfiguration':{'fileSystemId':'fs-1'}}]");

  private static StorageSecurity storage(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(Items.KEY))
        .storage();
  }

  @Test
  void aFileSystemHasItsTagsPolicyAndRecoveryPoint() {
    FileSystemSecurity found =
        requireNonNull(
            storage(
                    "",
                    MOUNTS,
                    EFS,
                    item("efs-backup-policy", FILE_SYSTEM, "{'BackupPolicy':{'Status':'ENABLED'}}"),
                    item(
                        "backup-protected-resource",
                        FILE_SYSTEM,
                        "{'ResourceArn':'%s','LastBackupTime':'2026-11-19T05:00:00Z'}"
                            .formatted(FILE_SYSTEM)))
                .fileSystem("fs-1"));
    assertEquals(FILE_SYSTEM, found.arn());
    assertTrue(requireNonNull(found.encrypted()));
    assertTrue(found.tagsKnown());
    assertEquals("ENABLED", found.backupPolicy());
    assertEquals(Instant.parse("2026-11-19T05:00:00Z"), requireNonNull(found.lastBackup()).at());
  }

  @Test
  void aFileSystemWithoutTagsInItsSourceSaysNothingOfThem() {
    FileSystemSecurity found =
        requireNonNull(
            storage("", MOUNTS, item("efs-file-system", "fs-1", "{'FileSystemId':'fs-1'}"))
                .fileSystem("fs-1"));
    assertFalse(found.tagsKnown());
    assertNull(found.encrypted());
  }

  @Test
  void selectionsHaveTheirPlansNamesAndConditions() {
    StorageSecurity storage =
        storage(
            "",
            MOUNTS,
            EFS,
            item(
                "backup-plan", "p", "{'BackupPlanId':'p','BackupPlan':{'BackupPlanName':'daily'}}"),
            item(
                "backup-selection",
                "p",
                "{'BackupPlanId':'p','SelectionId':'1','BackupSelection':{'Resources':['*'],"
                    + "'Conditions':{'StringEquals':[{'ConditionKey':'aws:ResourceTag/backup',"
                    + "'ConditionValue':'daily'}]}}}"),
            item("backup-selection", "p", "{'BackupPlanId':'p','SelectionId':'2'}"));
    assertEquals(
        List.of(
            new BackupSelection(
                "daily",
                true,
                List.of("*"),
                List.of(),
                List.of(),
                List.of(new Condition("StringEquals", "backup", "daily"))),
            new BackupSelection("daily", false, List.of(), List.of(), List.of(), List.of())),
        storage.selections());
  }

  @Test
  void volumesOfATaskAreFoundByTheirTags() {
    StorageSecurity storage =
        storage(
            "'volumeConfigurations':[{'name':'db','managedEBSVolume':{'encrypted':true}}]",
            item(
                "ec2-volume",
                "vol-1",
                "{'VolumeId':'vol-1','Encrypted':true,'Tags':[{'Key':'aws:ecs:clusterName',"
                    + "'Value':'c'},{'Key':'aws:ecs:serviceName','Value':'s'}]}"));
    assertTrue(requireNonNull(storage.managedVolume("db")).encrypted());
    assertEquals(
        List.of(new Disk("vol-1", true, null)),
        requireNonNull(storage.managedVolume("db")).disks());
  }

  @Test
  void instancesAreThoseOfTheServicesProvider() {
    StorageSecurity storage =
        storage(
            "'capacityProviderStrategy':[{'capacityProvider':'own','weight':1}]",
            item(
                "ecs-capacity-provider",
                Items.ECS + "capacity-provider/own",
                "{'name':'own','autoScalingGroupProvider':{}}"),
            instance("i-1", "own"),
            instance("i-2", "other"),
            item(
                "ec2-instance",
                "i-1",
                "{'InstanceId':'i-1','Placement':{'Tenancy':'dedicated'},"
                    + "'BlockDeviceMappings':[{'Ebs':{'VolumeId':'vol-1'}}]}"),
            item("ec2-volume", "vol-1", "{'VolumeId':'vol-1','Encrypted':false}"));
    assertEquals(
        List.of(
            new MachineSecurity(
                "i-1",
                "eu-west-1a",
                "dedicated",
                false,
                false,
                true,
                List.of(new Disk("vol-1", false, null)),
                true)),
        storage.machines());
  }

  @Test
  void disksAreNotKnownWhereAVolumeIsNot() {
    StorageSecurity storage =
        storage(
            "'launchType':'EC2'",
            instance("i-1", ""),
            item(
                "ec2-instance",
                "i-1",
                "{'InstanceId':'i-1','BlockDeviceMappings':[{'Ebs':{'VolumeId':'vol-9'}}]}"),
            complete("ec2-volume"));
    assertFalse(storage.machines().get(0).disksKnown());
  }

  private static InventoryItem instance(String id, String provider) {
    return item(
        "ecs-container-instance",
        Items.ECS + "container-instance/c/" + id,
        """
        {'ec2InstanceId':'%s','capacityProviderName':'%s',
        'attributes':[{'name':'ecs.availability-zone','value':'eu-west-1a'}]}"""
            .formatted(id, provider));
  }
}
