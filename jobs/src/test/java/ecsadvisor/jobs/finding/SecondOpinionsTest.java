package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.AdviceRows;
import ecsadvisor.jobs.fixture.FleetServices;
import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SecondOpinionRow;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ServiceKey;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondOpinionsTest {
  private static final String WEB = "arn:aws:ecs:eu-west-1:1:service/c/web";
  private static final String PROVIDER = "arn:aws:ecs:eu-west-1:1:capacity-provider/general";
  private static final String GROUP =
      "arn:aws:autoscaling:eu-west-1:1:autoScalingGroup:1-2:autoScalingGroupName/asg";

  private static ServiceFinding service(String name) {
    return new ServiceFinding(
        ServiceRows.service("c", name, 1000.0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of(),
        FleetServices.fargate(new ServiceKey("1", "eu-west-1", "c", name), 1000, List.of()),
        ServiceBill.NONE);
  }

  private static AwsOpinion opinion(
      String arn,
      String type,
      String action,
      String finding,
      @Nullable Integer cpuUnits,
      @Nullable Integer memoryMiB,
      @Nullable Double saving,
      String currency) {
    return new AwsOpinion(
        "CostOptimizationHub",
        "coh.csv",
        "1_a",
        "1",
        "eu-west-1",
        arn,
        type,
        action,
        finding,
        "",
        "",
        cpuUnits,
        memoryMiB,
        saving,
        saving,
        currency,
        null);
  }

  private static AwsOpinion size(String arn, int cpuUnits, int memoryMiB, double saving) {
    return opinion(arn, "EcsService", "Rightsize", "", cpuUnits, memoryMiB, saving, "USD");
  }

  private static List<String> verdicts(List<AwsOpinion> opinions, RecommendationRow... ours) {
    return rows(opinions, ours).stream().map(row -> row.verdict() + " " + row.why()).toList();
  }

  private static List<SecondOpinionRow> rows(List<AwsOpinion> opinions, RecommendationRow... ours) {
    return SecondOpinions.rows(
        opinions,
        List.of(service("web")),
        List.of(ours),
        List.of(
            new ClusterFacts(
                "1",
                "eu-west-1",
                "c",
                List.of(),
                List.of(new CapacityProvider("general", PROVIDER, "asg", false, true, 100, true)),
                List.of(),
                true)));
  }

  private static RecommendationRow ours() {
    return AdviceRows.rightsize("c", "web", 512, 1024, 100);
  }

  @Test
  void theSameSizeForAboutTheSameSavingAgrees() {
    assertEquals(List.of("AGREE "), verdicts(List.of(size(WEB, 512, 1024, 90)), ours()));
  }

  @Test
  void aVersionBehindTheArnAndItsOldFormMeanTheSameService() {
    assertEquals(List.of("AGREE "), verdicts(List.of(size(WEB + ":7", 512, 1024, 100)), ours()));
    assertEquals(
        List.of("AGREE "),
        verdicts(List.of(size("arn:aws:ecs:eu-west-1:1:service/web", 512, 1024, 100)), ours()));
  }

  @Test
  void anotherSizeAndAnotherSavingAreSaidSo() {
    assertEquals(
        List.of("DIFFER SIZE;SAVING"), verdicts(List.of(size(WEB, 1024, 2048, 50)), ours()));
  }

  @Test
  void stopAgainstAnotherSizeIsAnotherAction() {
    assertEquals(
        List.of("DIFFER ACTION"),
        verdicts(
            List.of(opinion(WEB, "EcsService", "Delete", "", null, null, 100.0, "USD")), ours()));
  }

  @Test
  void savingsInTwoCurrenciesAreNotCompared() {
    SecondOpinionRow row =
        rows(List.of(opinion(WEB, "EcsService", "Rightsize", "", 512, 1024, 900.0, "EUR")), ours())
            .get(0);
    assertEquals("CURRENCY", row.why());
    assertEquals(null, row.savingsDifference());
  }

  @Test
  void optimizedAgreesWithSilenceAndDiffersFromAdvice() {
    AwsOpinion optimized = opinion(WEB, "EcsService", "", "Optimized", null, null, null, "");
    assertEquals(List.of("AGREE "), verdicts(List.of(optimized)));
    assertEquals(List.of("DIFFER FINDING"), verdicts(List.of(optimized), ours()));
  }

  @Test
  void growingAgainstShrinkingIsAnotherAction() {
    AwsOpinion grow =
        opinion(WEB, "EcsService", "Rightsize", "Underprovisioned", 2048, 4096, null, "");
    assertEquals(List.of("DIFFER ACTION"), verdicts(List.of(grow), ours()));
  }

  @Test
  void whatOnlyAwsRecommendsIsMissingHere() {
    assertEquals(List.of("MISSING_HERE NO_ADVICE"), verdicts(List.of(size(WEB, 512, 1024, 90))));
    assertEquals(
        List.of("MISSING_HERE NOT_KNOWN"),
        verdicts(List.of(size("arn:aws:ecs:eu-west-1:1:service/c/gone", 512, 1024, 90))));
  }

  @Test
  void whatAwsHasNoWordForIsMissingThere() {
    assertEquals(
        List.of("AGREE ", "MISSING_AT_AWS NOT_OFFERED"),
        verdicts(
            List.of(size(WEB, 512, 1024, 100)),
            ours(),
            AdviceRows.action("", "MigrateToFargateSpot", "c", "web", 30)));
  }

  @Test
  void anAutoScalingGroupMeetsTheCapacityProviderThatItBacks() {
    assertEquals(
        List.of("DIFFER SAVING"),
        verdicts(
            List.of(
                opinion(GROUP, "Ec2AutoScalingGroup", "Rightsize", "", null, null, 10.0, "USD")),
            AdviceRows.shared(
                "Rightsize", "ConsolidateInstances", "Ec2AutoScalingGroup", PROVIDER, "c", 500)));
  }

  @Test
  void groupsAndVolumesOfOthersAreLeftOut() {
    assertEquals(
        List.of(),
        verdicts(
            List.of(
                opinion(
                    GROUP + "-other",
                    "Ec2AutoScalingGroup",
                    "Rightsize",
                    "",
                    null,
                    null,
                    10.0,
                    "USD"),
                opinion("arn:vol", "EbsVolume", "Delete", "", null, null, 10.0, "USD"))));
  }

  @Test
  void withoutOpinionsThereIsNoTable() {
    assertEquals(List.of(), verdicts(List.of(), ours()));
  }
}
