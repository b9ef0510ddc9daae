package ecsadvisor.jobs.export.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.finding.SecurityPatchId;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.Collected;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.OpenFields;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.StorageSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.SecurityVerdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityPatchesTest {
  private static final ServiceKey WEB = Proposals.SERVICE;
  private static final ServiceKey API = new ServiceKey("111122223333", "eu-west-1", "shop", "api");
  private static final CheckResult FAILED =
      CheckResult.fail(CheckReason.HOST_PROCESSES, new Evidence("pidMode", "host"));
  private static final Step.ReviseTask SIZES =
      new Step.ReviseTask(
          Proposals.REVISION,
          512,
          1024,
          null,
          List.of(new ContainerProposal("app", 512, 1024, null)));

  private final SecurityPatches patches = new SecurityPatches(List.of());

  @Test
  void aServicesFixesAndItsSizesAreOneRevision() {
    add(WEB, SIZES, "no-host-process-namespace", "user-not-root", "memory-limit-set");
    assertEquals(1, patches.patches().size());
    Patch patch = patches.patches().get(0);
    String script = Proposals.file(patch, "apply.sh");
    assertEquals(1, count(script, "ecs register-task-definition"));
    assertEquals(1, count(script, "ecs update-service"));
    String change = Proposals.file(patch, "1-task-change.json");
    assertTrue(change.contains("\"memory\" : 1024"), change);
    assertTrue(change.contains("\"user\" : \"1000:1000\""), change);
    assertTrue(change.contains("pidMode"), change);
  }

  @Test
  void theReadmeHasASectionForEachCheck() {
    add(WEB, null, "no-host-process-namespace", "managed-by-code");
    String page = Proposals.file(patches.patches().get(0), "README.md");
    assertTrue(page.contains("## no-host-process-namespace"), page);
    assertTrue(page.contains("## managed-by-code"), page);
    assertTrue(page.contains("- pidMode=host"), page);
    assertTrue(page.contains("By hand: Bring the service into a stack"), page);
  }

  @Test
  void whatNeedsPeopleIsAPageOnly() {
    add(WEB, SIZES, "managed-by-code");
    Patch patch = patches.patches().get(0);
    assertEquals(List.of("README.md"), List.copyOf(patch.files().keySet()));
  }

  @Test
  void whatTheServicesOfAClusterShareIsFixedOnce() {
    add(WEB, null, "container-insights");
    add(API, null, "container-insights");
    assertEquals(1, patches.patches().size());
    Patch patch = patches.patches().get(0);
    assertEquals(1, count(Proposals.file(patch, "apply.sh"), "ecs update-cluster-settings"));
    assertEquals(patch.folder(), patches.folders(WEB, "container-insights"));
    assertEquals(patch.folder(), patches.folders(API, "container-insights"));
    String page = Proposals.file(patch, "README.md");
    assertTrue(page.contains("- service=shop/web") && page.contains("- service=shop/api"), page);
  }

  @Test
  void aFolderIsTheSameWhicheverChecksFail() {
    add(WEB, null, "managed-by-code");
    SecurityPatches other = new SecurityPatches(List.of());
    other.add(facts(WEB), verdicts(WEB, "user-not-root"), null);
    assertEquals(patches.patches().get(0).folder(), other.patches().get(0).folder());
    assertTrue(patches.patches().get(0).folder().matches("patches/ecs-[0-9a-f]{20}-security"));
  }

  @Test
  void checksThatPassHaveNoPatch() {
    Map<String, CheckResult> passed = Map.of("user-not-root", CheckResult.pass());
    patches.add(facts(WEB), new SecurityVerdicts(WEB, passed, List.of()), SIZES);
    assertEquals(List.of(), patches.patches());
    assertEquals("", patches.folders(WEB, "user-not-root"));
  }

  @Test
  void anAcceptedFailureHasNoPatch() {
    Map<String, CheckResult> accepted = Map.of("user-not-root", FAILED.accepted(List.of()));
    patches.add(facts(WEB), new SecurityVerdicts(WEB, accepted, List.of()), null);
    assertEquals(List.of(), patches.patches());
  }

  @Test
  void anAccountThatNoCommandCanNameHasNoPatch() {
    ServiceKey odd = new ServiceKey("1; rm -rf /", "eu-west-1", "shop", "web");
    add(odd, null, "user-not-root");
    assertEquals(List.of(), patches.patches());
    assertEquals("", patches.folders(odd, "user-not-root"));
  }

  @Test
  void theFoldersOfSeveralChecksAreEachNamedOnce() {
    add(WEB, null, "user-not-root", "not-privileged", "container-insights");
    String folders =
        patches.folders(WEB, List.of("user-not-root", "not-privileged", "container-insights"));
    assertEquals(2, folders.split("; ", -1).length);
  }

  @Test
  void theIdOfAPatchIsHeldToTheFormOfFolders() {
    assertTrue(SecurityPatchId.of("a", "b").matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertFalse(SecurityPatchId.of("a", "b").equals(SecurityPatchId.of("ab", "")));
  }

  private void add(ServiceKey key, Step.@Nullable ReviseTask sizes, String... failing) {
    patches.add(facts(key), verdicts(key, failing), sizes);
  }

  private static SecurityVerdicts verdicts(ServiceKey key, String... failing) {
    Map<String, CheckResult> checks = new LinkedHashMap<>();
    for (String id : failing) {
      checks.put(id, FAILED);
    }
    return new SecurityVerdicts(key, checks, List.of());
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static SecurityFacts facts(ServiceKey key) {
    Instant time = Instant.parse("2026-11-20T00:00:00Z");
    ContainerSecurity container =
        new ContainerSecurity(
            "app",
            "web:1",
            false,
            "",
            false,
            0,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            null,
            false,
            "",
            OpenFields.NONE);
    TaskSecurity task =
        new TaskSecurity(
            Proposals.REVISION,
            time,
            false,
            "awsvpc",
            "host",
            "",
            List.of("FARGATE"),
            "LINUX",
            1024,
            2048,
            "",
            "",
            List.of(container),
            List.of(),
            List.of(),
            true,
            "",
            0,
            OpenFields.NONE);
    ServiceSecurity security =
        new ServiceSecurity(
            time,
            true,
            "",
            List.of(),
            false,
            "",
            List.of(),
            List.of(task),
            List.of(),
            null,
            ClusterSecurity.UNKNOWN,
            NetworkSecurity.UNKNOWN,
            EntrySecurity.UNKNOWN,
            IdentitySecurity.UNKNOWN,
            AuditSecurity.UNKNOWN,
            StorageSecurity.UNKNOWN,
            ChangeSecurity.UNKNOWN,
            ContinuitySecurity.UNKNOWN,
            Collected.NOTHING,
            OpenFields.NONE);
    ServiceConfig config =
        new ServiceConfig(
            key.arn(),
            time,
            LaunchType.FARGATE,
            List.of(),
            "REPLICA",
            2,
            2,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            true,
            List.of(),
            ServiceLayout.UNKNOWN);
    return new SecurityFacts(
        key,
        "",
        "",
        List.of("owner", "team"),
        LocalDate.of(2026, 11, 20),
        config,
        security,
        Attestations.NONE,
        BillEvidence.NONE);
  }
}
