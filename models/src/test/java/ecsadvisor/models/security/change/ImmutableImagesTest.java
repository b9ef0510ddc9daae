package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImmutableImagesTest {
  private static final String ECR = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web";
  private static final String DIGEST = "@sha256:" + "0f".repeat(32);

  private final ImmutableImages check = new ImmutableImages();

  private static SecurityBuilder running(ContainerBuilder... containers) {
    TaskBuilder task = task();
    for (ContainerBuilder one : containers) {
      task.container(one);
    }
    return security().runs(task);
  }

  private static ChangeSecurity repository(String mutability, String... exclusions) {
    RepositorySecurity repository =
        new RepositorySecurity("arn:r", mutability, List.of(exclusions), true, "AES256", "");
    return new ChangeSecurity(
        null,
        List.of(
            new ImageSecurity(
                "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
                "app",
                repository,
                "",
                null)));
  }

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  private Verdict image(String reference) {
    return verdict(running(container("app").image(reference)));
  }

  @Test
  void aDigestPasses() {
    assertEquals(Verdict.PASS, image(ECR + DIGEST));
    assertEquals(Verdict.PASS, image(ECR + ":latest" + DIGEST));
  }

  @Test
  void latestFailsWrittenOrImplied() {
    assertEquals(Verdict.FAIL, image(ECR + ":latest"));
    assertEquals(Verdict.FAIL, image("nginx"));
    assertEquals(Verdict.FAIL, image("registry.example.com:5000/web"));
  }

  @Test
  void aTagIsResolvedOncePerDeployment() {
    assertEquals(Verdict.PASS, image(ECR + ":1.4.2"));
  }

  @Test
  void aTagWithoutVersionConsistencyDependsOnTheRepository() {
    ContainerBuilder app = container("app").image(ECR + ":1.4.2").versionConsistency("disabled");
    assertEquals(Verdict.NO_DATA, verdict(running(app)));
    assertEquals(Verdict.FAIL, verdict(running(app).with(repository("MUTABLE"))));
    assertEquals(Verdict.PASS, verdict(running(app).with(repository("IMMUTABLE"))));
  }

  @Test
  void exclusionsOfAnImmutableRepositoryMove() {
    ContainerBuilder latest = container("app").image(ECR);
    assertEquals(Verdict.PASS, verdict(running(latest).with(repository("IMMUTABLE"))));
    assertEquals(
        Verdict.FAIL,
        verdict(running(latest).with(repository("IMMUTABLE_WITH_EXCLUSION", "lat*"))));
    assertEquals(
        Verdict.PASS, verdict(running(latest).with(repository("MUTABLE_WITH_EXCLUSION", "lat*"))));
  }

  @Test
  void everyContainerCounts() {
    CheckResult result =
        check.judge(
            running(container("app").image(ECR + DIGEST), container("proxy").image("envoy"))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(new Evidence("image", "proxy: envoy"), result.because().get(1));
  }

  @Test
  void aPlaceholderIsOpen() {
    assertEquals(Verdict.NO_DATA, image(ECR + ":${TAG}"));
  }
}
