package ecsadvisor.models.security.storage;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.StorageBuilder.efs;
import static ecsadvisor.models.fixture.StorageBuilder.storage;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerKeysTest {
  private final CustomerKeys check = new CustomerKeys();

  private static TaskBuilder logging() {
    return task().container(container("app").logsTo("awslogs", "/ecs/web", ""));
  }

  private Verdict logGroup(String key) {
    return check
        .judge(security().runs(logging()).with(storage().logGroup("/ecs/web", key).build()).facts())
        .verdict();
  }

  private Verdict fileSystem(String key) {
    return check
        .judge(
            security()
                .runs(task().volume(efs("data", "fs-1")))
                .with(storage().keyed("fs-1", key).build())
                .facts())
        .verdict();
  }

  @Test
  void aLogGroupWithoutAKeyFails() {
    assertEquals(Verdict.FAIL, logGroup(""));
  }

  @Test
  void aLogGroupWithAKeyPasses() {
    assertEquals(Verdict.PASS, logGroup("arn:aws:kms:us-east-1:111122223333:key/1"));
  }

  @Test
  void aLogGroupThatIsNotThereIsOpen() {
    assertEquals(Verdict.NO_DATA, check.judge(security().runs(logging()).facts()).verdict());
  }

  @Test
  void aRepositoryWithAwssKeyFails() {
    RepositorySecurity repository =
        new RepositorySecurity("arn:r", "MUTABLE", List.of(), true, "AES256", "");
    ImageSecurity image =
        new ImageSecurity(
            "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
            "app",
            repository,
            "",
            null);
    assertEquals(
        Verdict.FAIL,
        check.judge(security().with(new ChangeSecurity(null, List.of(image))).facts()).verdict());
  }

  @Test
  void aKeyOfAnotherAccountIsTheCustomers() {
    assertEquals(Verdict.PASS, fileSystem("arn:aws:kms:us-east-1:444455556666:key/1"));
  }

  @Test
  void theArnOfAKeyDoesNotTellWhoseItIs() {
    assertEquals(Verdict.NO_DATA, fileSystem("arn:aws:kms:us-east-1:111122223333:key/1"));
  }

  @Test
  void anAliasOfAwsFails() {
    assertEquals(
        Verdict.FAIL, fileSystem("arn:aws:kms:us-east-1:111122223333:alias/aws/elasticfilesystem"));
  }

  @Test
  void nothingKeptIsNotApplicable() {
    assertEquals(Verdict.NOT_APPLICABLE, check.judge(security().facts()).verdict());
  }
}
