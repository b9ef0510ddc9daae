package ecsadvisor.models.cost.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.TidyImages;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fixture.BalancerFleet;
import ecsadvisor.models.fixture.ServiceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CleanupPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final TidyImages.Settings SETTINGS = TidyImages.Settings.defaults();

  private static ImagesInUse using(String digest) {
    ServiceLayout none = ServiceLayout.UNKNOWN;
    ServiceLayout layout =
        new ServiceLayout(
            100,
            200,
            "ECS",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            List.of(),
            true,
            List.of(new ServiceImage("app", "r/web:x", "", digest, null)));
    assertEquals(none.deploymentController(), layout.deploymentController());
    return new ImagesInUse(
        BalancerFleet.fleet().service(ServiceBuilder.service().laidOut(layout)).facts().services(),
        Set.of());
  }

  private static List<RepositoryImage> images(int count, long seed) {
    Random random = new Random(seed);
    List<RepositoryImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant pushed = NOW.minus(Duration.ofHours(random.nextInt(24 * 500)));
      Instant pulled =
          random.nextBoolean() ? null : pushed.plus(Duration.ofHours(random.nextInt(500)));
      images.add(
          new RepositoryImage(
              "sha256:" + i,
              random.nextBoolean() ? List.of() : List.of("b" + i),
              random.nextInt(1000),
              pushed,
              pulled));
    }
    return images;
  }

  /** What ECR would expire under the two numbers, written down a second time. */
  private static List<RepositoryImage> expired(List<RepositoryImage> images, Cleanup cleanup) {
    List<RepositoryImage> gone = new ArrayList<>();
    images.stream()
        .filter(image -> !image.tags().isEmpty())
        .sorted(Comparator.comparing(RepositoryImage::pushedAt).reversed())
        .skip(cleanup.keptTagged())
        .forEach(gone::add);
    images.stream()
        .filter(image -> image.tags().isEmpty())
        .filter(
            image ->
                Duration.between(image.pushedAt(), NOW).toHours() > 24L * cleanup.untaggedDays())
        .forEach(gone::add);
    return gone;
  }

  @Property(tries = 100)
  void nothingInUseAndNothingPulledLatelyGoes(
      @ForAll @IntRange(min = 1, max = 80) int count, @ForAll long seed) {
    List<RepositoryImage> images = images(count, seed);
    String running = images.get((int) Math.floorMod(seed, (long) count)).digest();
    Repository repository = new Repository("1", "r", "arn", "web", "r/web", images, true, "", true);
    Cleanup cleanup = Cleanup.of(repository, using(running), NOW, SETTINGS);
    for (RepositoryImage image : expired(images, cleanup)) {
      assertFalse(image.digest().equals(running), "in use");
      assertTrue(
          image.lastPulledAt() == null
              || !image.lastPulledAt().isAfter(NOW.minus(Duration.ofDays(SETTINGS.pulledDays()))),
          "pulled lately");
    }
    assertTrue(cleanup.expired() <= expired(images, cleanup).size(), "never more than ECR removes");
    assertTrue(cleanup.freedBytes() <= cleanup.totalBytes());
  }
}
