package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTaggedTest {
  private final ClusterTagged check = new ClusterTagged();

  private Verdict verdict(ClusterSecurity cluster) {
    return check.judge(security().in(cluster).facts()).verdict();
  }

  private static ClusterSecurity cluster(boolean tagsKnown, Tag... tags) {
    return new ClusterSecurity(
        SecurityBuilder.READ_AT, true, true, "", null, List.of(tags), tagsKnown, "", List.of());
  }

  @Test
  void aTagOfOnesOwnPasses() {
    assertEquals(Verdict.PASS, verdict(cluster(true, new Tag("team", "a"))));
  }

  @Test
  void systemTagsDoNotCount() {
    assertEquals(Verdict.FAIL, verdict(cluster(true, new Tag("aws:x", "a"))));
  }

  @Test
  void anEmptyListFailsWhereAManifestCallsItComplete() {
    CheckResult result = check.judge(security().in(cluster(true)).read("ecs-cluster").facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.UNTAGGED), result.reasons());
  }

  @Test
  void whatWasNotExportedLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(cluster(true)));
    assertEquals(Verdict.NO_DATA, verdict(cluster(false)));
    assertEquals(Verdict.NO_DATA, verdict(ClusterSecurity.UNKNOWN));
  }
}
