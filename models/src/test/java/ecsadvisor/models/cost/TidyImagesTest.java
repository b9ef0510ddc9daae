package ecsadvisor.models.cost;

import static ecsadvisor.models.fixture.BalancerFleet.fleet;
import static ecsadvisor.models.fixture.BalancerFleet.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskRun;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.fixture.BalancerFleet;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TidyImagesTest {
  private static final TidyImages.Settings SETTINGS = TidyImages.Settings.defaults();
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final String URI = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web";
  private static final String ARN = "arn:aws:ecr:us-east-1:111122223333:repository/web";
  private static final long MIB = 1024 * 1024;
  private static final String ANY =
      """
      {"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":\
      "imageCountMoreThan","countNumber":6},"action":{"type":"expire"}}]}""";

  private static FleetAdvice advise(BalancerFleet fleet) {
    return new TidyImages(SETTINGS, PriceBook.shipped()).advise(fleet.facts());
  }

  private static Advice verdict(BalancerFleet fleet) {
    return Objects.requireNonNull(advise(fleet).verdicts().get(key("web")));
  }

  private static List<ReasonCode> fails(BalancerFleet fleet) {
    return assertInstanceOf(Advice.Change.class, verdict(fleet)).proposal().reasonCodes();
  }

  private static Instant daysAgo(double days) {
    return NOW.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  private static RepositoryImage image(int number, double pushedDaysAgo, String... tags) {
    return image(number, pushedDaysAgo, null, tags);
  }

  private static RepositoryImage image(
      int number, double pushedDaysAgo, @Nullable Double pulledDaysAgo, String... tags) {
    return new RepositoryImage(
        "sha256:" + number,
        List.of(tags),
        100 * MIB,
        daysAgo(pushedDaysAgo),
        pulledDaysAgo == null ? null : daysAgo(pulledDaysAgo));
  }

  private static Repository repository(String policy, List<RepositoryImage> images) {
    return new Repository("111122223333", "us-east-1", ARN, "web", URI, images, true, policy, true);
  }

  /** A repository with a running image and so many untagged ones that nobody has pulled. */
  private static Repository pile(String policy, int untagged) {
    List<RepositoryImage> images = new ArrayList<>();
    images.add(image(0, 30, 1.0, "v1"));
    for (int i = 1; i <= untagged; i++) {
      images.add(image(i, 100 + i));
    }
    return repository(policy, images);
  }

  private static ServiceBuilder web(String reference, String arn, @Nullable Long sizeBytes) {
    return ServiceBuilder.service()
        .named("web")
        .laidOut(
            layout(
                List.of(),
                List.of(new ServiceImage("app", reference, arn, "sha256:0", sizeBytes))));
  }

  private static ServiceLayout layout(List<TaskRun> tasks, List<ServiceImage> images) {
    ServiceLayout none = ServiceLayout.UNKNOWN;
    return new ServiceLayout(
        none.minimumHealthyPercent(),
        none.maximumPercent(),
        none.deploymentController(),
        none.subnetIds(),
        none.availabilityZones(),
        none.placementConstraints(),
        none.placementStrategies(),
        none.targetGroups(),
        true,
        tasks,
        true,
        images);
  }

  private static BalancerFleet webOf(Repository repository) {
    return fleet().service(web(URI + ":v1", ARN, 100 * MIB)).repository(repository);
  }

  private static Step.PutLifecyclePolicy step(FleetAdvice advice) {
    return assertInstanceOf(
        Step.PutLifecyclePolicy.class, advice.resources().get(0).proposal().steps().get(0));
  }

  private static String evidence(List<Evidence> because, String name) {
    return because.stream()
        .filter(one -> one.name().equals(name))
        .map(Evidence::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void pileWithoutAPolicyFails() {
    BalancerFleet fleet = webOf(pile("", 12));
    assertEquals(List.of(ReasonCode.NO_LIFECYCLE_POLICY), fails(fleet));
    FleetAdvice advice = advise(fleet);
    ResourceAdvice repository = advice.resources().get(0);
    assertEquals("OptimizeImages", repository.proposal().actionTypeExtended());
    assertEquals(List.of(key("web")), repository.services());
    Step.PutLifecyclePolicy step = step(advice);
    assertEquals("", step.before());
    assertTrue(step.after().contains("\"untagged\""), step.after());
    assertTrue(step.after().contains("\"countNumber\":14"), step.after());
    assertEquals("12", evidence(repository.because(), "images_that_would_go"));
    assertEquals(
        Saving.NONE, assertInstanceOf(Advice.Change.class, verdict(fleet)).saving(), "not twice");
  }

  @Test
  void savingIsTheBillsCostTimesTheShareThatGoes() {
    BalancerFleet fleet = webOf(pile("", 12));
    double storedGib = 1.0;
    fleet.billed(ARN, UsageKind.ECR_STORAGE, storedGib * 480 / 730, storedGib * 480 / 730 * 0.09);
    Saving saving = advise(fleet).resources().get(0).saving();
    assertEquals(storedGib * 0.09, saving.monthlyCostNow(), 1e-9);
    assertEquals(storedGib * 0.09 * 12 / 13, saving.monthly(), 1e-9);
    double beyond = storedGib - 100 / 1024.0;
    assertEquals(
        beyond * 0.09, saving.spread().p10(), 1e-6, "what is stored beyond all that stays");
    assertTrue(saving.spread().p10() <= saving.spread().p50());
  }

  @Test
  void withoutABillTheSizesCostAtMostTheListPrice() {
    Saving saving = advise(webOf(pile("", 12))).resources().get(0).saving();
    assertEquals(12 * 100 / 1024.0 * SETTINGS.storageGibMonthPrice(), saving.monthly(), 1e-9);
    assertEquals(0, saving.spread().p10());
  }

  @Test
  void fewImagesAreTidy() {
    assertEquals(
        ReasonCode.TIDY, assertInstanceOf(Advice.AsIs.class, verdict(webOf(pile("", 9)))).reason());
  }

  @Test
  void aPolicyForAnyImageSettlesIt() {
    assertInstanceOf(Advice.AsIs.class, verdict(webOf(pile(ANY, 40))));
  }

  @Test
  void aPolicyThatIsNotUnderstoodIsLeftAlone() {
    assertInstanceOf(Advice.AsIs.class, verdict(webOf(pile("{\"rules\":", 40))));
  }

  @Test
  void aPolicyForReleasesStaysInFront() {
    String releases = ANY.replace("\"any\"", "\"tagged\",\"tagPrefixList\":[\"v\"]");
    Step.PutLifecyclePolicy step = step(advise(webOf(pile(releases, 12))));
    assertEquals(releases, step.before());
    assertTrue(step.after().startsWith(releases.substring(0, releases.length() - 2)));
  }

  @Test
  void imagesPulledLatelyWidenTheRule() {
    List<RepositoryImage> images = new ArrayList<>(pile("", 12).images());
    images.add(image(50, 60, 59.0));
    FleetAdvice advice = advise(webOf(repository("", images)));
    assertTrue(step(advice).after().contains("\"countNumber\":61"), step(advice).after());
    assertEquals("12", evidence(advice.resources().get(0).because(), "images_that_would_go"));
  }

  @Test
  void runningImageWithoutATagIsKeptFarBeyondItsAge() {
    List<RepositoryImage> images = new ArrayList<>(pile("", 300).images());
    images.set(0, image(0, 200, 199.0));
    FleetAdvice advice = advise(webOf(repository("", images)));
    assertTrue(step(advice).after().contains("\"countNumber\":290"), step(advice).after());
    assertTrue(
        evidence(advice.resources().get(0).because(), "images_in_use_without_a_tag")
            .startsWith("1;"));
  }

  @Test
  void runningTagWidensTheNumberOfImagesThatStay() {
    List<RepositoryImage> images = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      images.add(image(i, i, "build-" + i));
    }
    images.set(29, image(0, 30, "v1"));
    FleetAdvice advice = advise(webOf(repository("", images)));
    assertTrue(step(advice).after().contains("\"countNumber\":40"), "30 and ten more pushes");
    assertEquals("20", evidence(advice.resources().get(0).because(), "images_that_would_go"));
  }

  @Test
  void membersOfAListStayWithIt() {
    List<RepositoryImage> images = new ArrayList<>();
    images.add(image(0, 30, 1.0, "v1"));
    for (int i = 1; i <= 20; i++) {
      images.add(image(i, 30));
    }
    assertInstanceOf(Advice.AsIs.class, verdict(webOf(repository("", images))));
  }

  @Test
  void digestThatATaskOfNoServiceRunsIsKept() {
    assertEquals(1, advise(webOf(pile("", 12))).resources().size());
    assertEquals(List.of(), advise(webOf(pile("", 12)).runs("sha256:12")).resources());
  }

  @Test
  void digestInUseIsKeptInEveryRepository() {
    Repository copy =
        new Repository(
            "444455556666",
            "eu-west-1",
            ARN.replace("us-east-1:111122223333", "eu-west-1:444455556666"),
            "copy",
            "444455556666.dkr.ecr.eu-west-1.amazonaws.com/copy",
            List.of(image(0, 400), image(1, 390), image(2, 380)),
            true,
            "",
            true);
    assertEquals(List.of(), advise(webOf(pile("", 1)).repository(copy)).resources());
  }

  @Test
  void largeImageFailsWithoutMoney() {
    BalancerFleet fleet =
        fleet().service(web(URI + ":v1", ARN, 780 * MIB)).repository(pile(ANY, 1));
    assertEquals(List.of(ReasonCode.LARGE_IMAGE), fails(fleet));
    assertEquals(List.of(), advise(fleet).resources());
    assertEquals(
        "111, of 780 MiB at 7.0 MiB/s; no pull was seen",
        evidence(verdict(fleet).because(), "pull_seconds_estimated"));
    BalancerFleet both = fleet().service(web(URI + ":v1", ARN, 780 * MIB)).repository(pile("", 12));
    assertEquals(List.of(ReasonCode.NO_LIFECYCLE_POLICY, ReasonCode.LARGE_IMAGE), fails(both));
  }

  @Test
  void pullsAreRankedByTime() {
    Instant start = Instant.parse("2026-11-19T00:00:00Z");
    TaskRun slow =
        new TaskRun("", start, start, start.plusSeconds(864), start, start.plusSeconds(86_400), "");
    TaskRun quick = new TaskRun("", start, start, start.plusSeconds(5), start, null, "");
    List<ServiceImage> images =
        List.of(new ServiceImage("app", URI + ":v1", ARN, "sha256:0", 100 * MIB));
    BalancerFleet fleet =
        fleet()
            .service(ServiceBuilder.service().named("web").laidOut(layout(List.of(slow), images)))
            .service(ServiceBuilder.service().named("b").laidOut(layout(List.of(quick), images)))
            .repository(pile(ANY, 1));
    List<Evidence> because = verdict(fleet).because();
    assertEquals("864, over 1 tasks", evidence(because, "pull_seconds_median"));
    assertEquals("1 of 2 services", evidence(because, "pull_rank"));
    assertEquals("1.000 %", evidence(because, "pull_share_of_task_time"));
  }

  @Test
  void imagesFromElsewhereAreNotAsked() {
    Advice advice = verdict(fleet().service(web("nginx:1.27", "", null)));
    assertEquals(
        ReasonCode.IMAGE_NOT_IN_ECR, assertInstanceOf(Advice.NotApplicable.class, advice).reason());
    assertEquals("nginx:1.27", evidence(advice.because(), "image_from_elsewhere"));
  }

  @Test
  void withoutTheRepositoryNothingIsKnown() {
    assertInstanceOf(
        Advice.NoData.class, verdict(fleet().service(web(URI + ":v1", "", 100 * MIB))));
    Repository unknown =
        new Repository("111122223333", "us-east-1", ARN, "web", URI, List.of(), true, "", false);
    assertInstanceOf(Advice.NoData.class, verdict(webOf(unknown)));
    assertInstanceOf(
        Advice.NoData.class,
        verdict(fleet().service(ServiceBuilder.service().named("web").withoutInventory())));
  }

  @Test
  void settingsNameTheirMistake() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TidyImages.Settings(14, 0, 90, 10, 10, 1, 500, 7, 0.1));
    assertEquals("keptTaggedImages is out of range: 0.0", mistake.getMessage());
  }
}
