package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.FileSystemSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * Do keys of the customer's encrypt its log groups, repositories and file systems? Log groups have
 * a key only where the customer sets one. An EFS file system or repository names its key by an ARN
 * that does not tell AWS's key from the customer's, unless it belongs to another account. Advisory.
 */
public final class CustomerKeys implements TaskCheck {
  private static final int ACCOUNT = 4;

  @Override
  public String statement() {
    return "Keys of the customer's encrypt logs, images and files";
  }

  @Override
  public List<String> needs() {
    return List.of(
        "ecs-service", "ecs-task-definition", "logs-log-group", "ecr-repository", FileSystems.KIND);
  }

  @Override
  public String remedy() {
    return "Encrypt log groups, repositories and file systems with a KMS key of your own.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<CheckResult> answers = new ArrayList<>();
    for (ContainerSecurity container : task.containers()) {
      LogSecurity log = container.log();
      if (log != null && !log.group().isEmpty()) {
        answers.add(logGroup(log.group(), service));
      }
      ImageSecurity image = service.security().change().image(task.arn(), container.name());
      RepositorySecurity repository = image == null ? null : image.repository();
      if (repository != null) {
        answers.add(repository(repository, service));
      }
    }
    for (KeptVolume volume : KeptVolume.of(task, service)) {
      FileSystemSecurity found =
          service.security().storage().fileSystem(volume.volume().fileSystemId());
      if (found != null && Boolean.TRUE.equals(found.encrypted())) {
        answers.add(
            keyed(
                found.kmsKey(),
                new Evidence("file_system", found.id()),
                FileSystems.KIND,
                service));
      }
    }
    return AllOf.of(answers, CheckResult.notApplicable(CheckReason.NOTHING_KEPT));
  }

  private static CheckResult logGroup(String group, SecurityFacts service) {
    Evidence name = new Evidence("log_group", group);
    String key = service.security().storage().logGroupKeys().get(group);
    if (key == null) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "logs-log-group",
          "Add aws logs describe-log-groups of this account and region.",
          name);
    }
    return key.isEmpty() ? CheckResult.fail(CheckReason.AWS_KEY, name) : CheckResult.pass(name);
  }

  private static CheckResult repository(RepositorySecurity repository, SecurityFacts service) {
    Evidence arn = new Evidence("repository", repository.arn());
    return repository.encryptionType().equals("AES256")
        ? CheckResult.fail(CheckReason.AWS_KEY, arn)
        : keyed(repository.kmsKey(), arn, "ecr-repository", service);
  }

  private static CheckResult keyed(String key, Evidence of, String kind, SecurityFacts service) {
    if (key.contains("alias/aws/")) {
      return CheckResult.fail(CheckReason.AWS_KEY, of);
    }
    String[] parts = key.split(":", -1);
    boolean foreign = parts.length > ACCOUNT && !parts[ACCOUNT].equals(service.key().accountId());
    return foreign
        ? CheckResult.pass(of)
        : CheckResult.noData(
            CheckReason.KEY_UNCLEAR, kind, "State whose key it is: the ARN does not tell.", of);
  }
}
