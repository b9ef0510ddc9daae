package ecsadvisor.models.security.remedy;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.finding.SecurityStep.CloseSecurityGroup;
import ecsadvisor.models.finding.SecurityStep.EditRepository;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.DropTaskSetting;
import ecsadvisor.models.finding.TaskEdit.EncryptVolume;
import ecsadvisor.models.finding.TaskEdit.MoveToSecret;
import ecsadvisor.models.finding.TaskEdit.SendLogs;
import ecsadvisor.models.finding.TaskEdit.SetFlag;
import ecsadvisor.models.finding.TaskEdit.SetLimit;
import ecsadvisor.models.finding.TaskEdit.SetText;
import ecsadvisor.models.finding.TaskEdit.Take;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityRemediesTest {
  private static final CheckResult FAILED =
      CheckResult.fail(CheckReason.HOST_PROCESSES, new Evidence("container", "app"));

  /** The ids of all checks that rows name, from the class names by the rule of {@code Check}. */
  static Set<String> checkIds() {
    Set<String> ids = new TreeSet<>();
    for (Control control : Catalogue.load().controls()) {
      if (control.framework() != Framework.ECS_COST_2024) {
        Stream.concat(control.checks().stream(), control.advisory().stream())
            .map(name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
            .forEach(ids::add);
      }
    }
    return ids;
  }

  @Test
  void everyCheckOfTheCatalogueHasARemedyAndNoOtherHas() {
    assertEquals(checkIds(), SecurityRemedies.ids());
  }

  @ParameterizedTest
  @MethodSource("checkIds")
  void aFailureOfAnyCheckHasStepsOrSaysWhatToDoByHand(String id) {
    List<Fix> fixes = SecurityRemedies.of(id, security().facts(), FAILED);
    assertFalse(fixes.isEmpty());
    for (Fix fix : fixes) {
      if (fix.step() instanceof ByHand byHand) {
        assertTrue(byHand.text().endsWith("."), byHand.text());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("checkIds")
  void whereNoRevisionCanBeReadNothingIsEdited(String id) {
    SecurityFacts facts = security().lacksRevision("arn:aws:ecs:x:1:task-definition/web:7").facts();
    for (Fix fix : SecurityRemedies.of(id, facts, FAILED)) {
      assertFalse(fix.step() instanceof EditTask, id);
    }
  }

  @Test
  void aStatementThatIsMissingIsForPeople() {
    List<Fix> fixes = SecurityRemedies.of("attested-ac-2", security().facts(), FAILED);
    ByHand byHand = (ByHand) fixes.get(0).step();
    assertTrue(byHand.text().contains("attestations"), byHand.text());
  }

  @Test
  void onlyContainersThatOffendAreEdited() {
    SecurityBuilder service =
        security()
            .runs(task().container(container("app").privileged()).container(container("sidecar")));
    assertEquals(
        List.of(new SetFlag("app", "privileged", false)), edits("not-privileged", service));
  }

  @Test
  void rootByNameNumberAndGroupGetsAUser() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .container(container("a").user("root:root"))
                    .container(container("b").user("0:1000"))
                    .container(container("c"))
                    .container(container("d").user("1000:0")));
    assertEquals(
        List.of(
            new SetText("a", "user", "1000:1000"),
            new SetText("b", "user", "1000:1000"),
            new SetText("c", "user", "1000:1000")),
        edits("user-not-root", service));
  }

  @Test
  void theHostsProcessesAreLeftByDroppingTheMode() {
    assertEquals(
        List.of(new DropTaskSetting("pidMode")),
        edits("no-host-process-namespace", security().runs(task().pidMode("host"))));
  }

  @Test
  void theSocketOfDockerIsTakenAndOtherPathsBecomeReadOnly() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .volume(host("sock", "/var/run/docker.sock"))
                    .volume(host("etc", "/etc/"))
                    .volume(host("data", "/srv/data"))
                    .container(
                        container("app")
                            .mount("sock", "/sock", true)
                            .mount("etc", "/host/etc", false)
                            .mount("data", "/data", false)));
    assertEquals(
        List.of(
            new Take("app", Take.Kind.MOUNT, "/sock"),
            new TaskEdit.MountReadOnly("app", "/host/etc")),
        edits("no-sensitive-host-paths", service));
  }

  @Test
  void theLimitOfTheOnlyContainerIsTheTasks() {
    SecurityBuilder service = security().runs(task().memoryMiB(512).container(container("app")));
    assertEquals(List.of(new SetLimit("app", "memory", 512)), edits("memory-limit-set", service));
  }

  @Test
  void theLimitsOfSeveralContainersAreForPeople() {
    SecurityBuilder service =
        security()
            .runs(
                task().container(container("app")).container(container("b").reserves(0, 64, null)));
    assertEquals(List.of(new SetLimit("app", "memory", null)), edits("memory-limit-set", service));
  }

  @Test
  void aSecretInTheEnvironmentMovesAndOneInACommandIsForPeople() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .container(
                        container("app")
                            .hit(hit("environment", "DB_PASSWORD"))
                            .hit(hit("command", ""))));
    List<Step> steps = steps("no-secrets-in-definition", service, FAILED);
    assertEquals(
        List.of(new MoveToSecret("app", "DB_PASSWORD")), ((EditTask) steps.get(0)).edits());
    assertEquals(List.of("app: command"), ((ByHand) steps.get(1)).items());
  }

  @Test
  void aContainerWithoutLogsUsesTheGroupOfItsSibling() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .container(container("app"))
                    .container(container("proxy").logsTo("awslogs", "/ecs/web", "")));
    assertEquals(List.of(new SendLogs("app", "/ecs/web")), edits("containers-log", service));
  }

  @Test
  void aGroupForLogsIsNotMadeUp() {
    assertEquals(List.of(new SendLogs("app", "")), edits("log-configuration-set", security()));
  }

  @Test
  void everyEfsVolumeThatIsNotEncryptedIs() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .volume(efs("a", "ENABLED"))
                    .volume(efs("b", "DISABLED"))
                    .volume(efs("c", "")));
    assertEquals(
        List.of(new EncryptVolume("b", false), new EncryptVolume("c", false)),
        edits("efs-transit-encryption", service));
  }

  @Test
  void aRepositoryIsChangedInItsOwnAccountAndRegion() {
    SecurityBuilder service =
        security()
            .runs(
                task()
                    .container(
                        container("app")
                            .image(
                                "999988887777.dkr.ecr.eu-west-1.amazonaws.com/team/web:1@sha256:0"))
                    .container(container("proxy").image("envoyproxy/envoy:v1")));
    Fix fix = SecurityRemedies.of("images-scanned", service.facts(), FAILED).get(0);
    assertEquals(new EditRepository("team/web", EditRepository.Edit.SCAN_ON_PUSH), fix.step());
    assertEquals("999988887777", fix.target().accountId());
    assertEquals("eu-west-1", fix.target().region());
    assertEquals("arn:aws:ecr:eu-west-1:999988887777:repository/team/web", fix.target().arn());
  }

  @Test
  void whatManyServicesShareIsOneTarget() {
    CheckResult open =
        CheckResult.fail(CheckReason.PUBLIC_ADDRESS, new Evidence("security_group", "sg-1, sg-2"));
    List<Fix> fixes = SecurityRemedies.of("security-groups-closed", security().facts(), open);
    assertEquals(
        List.of(new CloseSecurityGroup("sg-1"), new CloseSecurityGroup("sg-2")),
        fixes.stream().map(Fix::step).toList());
    assertFalse(fixes.get(0).target().isService());
  }

  @Test
  void aPolicyIsNeverMadeUp() {
    CheckResult wide =
        CheckResult.fail(
            CheckReason.ADMINISTRATOR,
            new Evidence("role", "web-task"),
            new Evidence("policy", "AdministratorAccess"));
    List<Step> steps = steps("no-administrator-access", security(), wide);
    assertEquals(
        List.of("role=web-task", "policy=AdministratorAccess"), ((ByHand) steps.get(0)).items());
  }

  @Test
  void aNewestRevisionThatWouldPassIsNamed() {
    CheckResult result =
        FAILED
            .because(CheckReason.FIX_NOT_DEPLOYED)
            .with(List.of(new Evidence("newest_revision", "web:9")));
    List<Step> steps =
        steps("no-host-process-namespace", security().runs(task().pidMode("host")), result);
    assertEquals(List.of("web:9"), ((ByHand) steps.get(1)).items());
  }

  private static List<Step> steps(String id, SecurityBuilder service, CheckResult result) {
    return SecurityRemedies.of(id, service.facts(), result).stream().map(Fix::step).toList();
  }

  private static List<TaskEdit> edits(String id, SecurityBuilder service) {
    return ((EditTask) steps(id, service, FAILED).get(0)).edits();
  }

  private static SecretHit hit(String place, String name) {
    return new SecretHit(place, name, "password", SecretHit.Confidence.HIGH, "16-31");
  }

  private static VolumeSecurity host(String name, String path) {
    return new VolumeSecurity(name, path, "", "", "", "", "", false);
  }

  private static VolumeSecurity efs(String name, String transit) {
    return new VolumeSecurity(name, "", "fs-1", transit, "", "", "", false);
  }
}
