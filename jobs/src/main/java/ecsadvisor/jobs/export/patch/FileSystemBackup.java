package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.BackUpFileSystem;

/** Has EFS back a file system up every day. */
final class FileSystemBackup {
  private FileSystemBackup() {}

  static void write(StepDraft step, BackUpFileSystem backUp) {
    ObjectNode id = JsonText.object().put("FileSystemId", backUp.fileSystemId());
    String error = step.privately("error");
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "The automatic backup",
            "backup",
            // It is ENABLING or DISABLING for a while.
            "'.BackupPolicy.Status // \"DISABLED\" | sub(\"ING$\"; \"ED\")'",
            "'\"ENABLED\"'");
    setting.read(
        step.aws("efs describe-backup-policy", step.document("file-system", id))
            + " >"
            + setting.present()
            + " 2>"
            + error
            + " ||",
        "  { grep -q PolicyNotFound "
            + error
            + " && printf '{}' >"
            + setting.present()
            + "; } || stop \"$(cat "
            + error
            + ")\"");
    ObjectNode input = id.deepCopy();
    input.putObject("BackupPolicy").put("Status", "ENABLED");
    String put = step.document("put-backup-policy", input);
    step.change(step.awsQuietly("efs put-backup-policy", put));
    setting.undo(
        setting.fill(put, ".BackupPolicy.Status = $recorded[0]", "restore.json"),
        step.awsQuietly("efs put-backup-policy", step.privately("restore.json")));
    step.terraform()
        .resource("aws_efs_backup_policy", step.numbered("policy_"))
        .text("file_system_id", backUp.fileSystemId())
        .block("backup_policy")
        .text("status", "ENABLED");
    step.cloudFormation().remark("The file system " + backUp.fileSystemId());
    step.cloudFormation()
        .properties(step.numbered("FileSystem"), "AWS::EFS::FileSystem")
        .putObject("BackupPolicy")
        .put("Status", "ENABLED");
    step.say(
        "Has AWS Backup back %s up every day and keep that for 35 days. Its storage is billed; undone, the backups that were made stay."
            .formatted(MarkdownText.of(backUp.fileSystemId())));
  }
}
