package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.SecurityStep.BackUpFileSystem;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.EncryptVolume;
import java.util.List;
import java.util.Map;

/** Fixes of what a service keeps. */
final class StorageRemedies {
  private static final String ENABLED = "ENABLED";

  private StorageRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "efs-transit-encryption",
        new Remedy(
            "Set transitEncryption of the EFS volumes to ENABLED.",
            failed ->
                failed.onTask(
                    task ->
                        task.volumes().stream()
                            .filter(volume -> isEfs(volume) && !isEncrypted(volume))
                            .<TaskEdit>map(volume -> new EncryptVolume(volume.name(), false))
                            .toList())),
        "efs-iam-authorization",
        new Remedy(
            "Set authorizationConfig.iam of the EFS volumes to ENABLED.",
            failed ->
                failed.onTask(
                    task ->
                        task.volumes().stream()
                            .filter(
                                volume ->
                                    isEfs(volume) && !volume.iamAuthorization().equals(ENABLED))
                            .<TaskEdit>map(volume -> new EncryptVolume(volume.name(), true))
                            .toList())),
        "volumes-encrypted",
        Remedy.byHand(
            "Neither a file system of EFS nor a volume of EBS can be encrypted where it is: make an"
                + " encrypted one, copy the data (AWS DataSync, or an encrypted copy of a"
                + " snapshot), and deploy a revision that mounts it. Turn EBS encryption by default"
                + " on (`aws ec2 enable-ebs-encryption-by-default`)."),
        "customer-keys",
        Remedy.byHand(
            "Make a KMS key with a policy for those who read the data. A log group takes it at once"
                + " (`aws logs associate-kms-key`); repositories and file systems take it only when"
                + " they are made."),
        "volumes-backed-up",
        new Remedy(
            "Add the volumes to a backup plan: EBS through a plan or lifecycle policy on its tags,"
                + " what lies on instances through the program that writes it.",
            failed -> {
              TaskSecurity task = failed.task();
              List<String> systems =
                  task == null
                      ? List.of()
                      : task.volumes().stream()
                          .map(VolumeSecurity::fileSystemId)
                          .filter(id -> !id.isEmpty())
                          .distinct()
                          .toList();
              List<String> named = failed.named("file_system", "file_system_id");
              return failed.onEach(
                  "EfsFileSystem", named.isEmpty() ? systems : named, BackUpFileSystem::new);
            }),
        "configuration-backed-up",
        Remedy.byHand(
            "Keep the task definition and service in a repository as code, or have AWS Config record"
                + " AWS::ECS::Service and AWS::ECS::TaskDefinition."));
  }

  private static boolean isEfs(VolumeSecurity volume) {
    return !volume.fileSystemId().isEmpty();
  }

  private static boolean isEncrypted(VolumeSecurity volume) {
    return volume.transitEncryption().equals(ENABLED);
  }
}
