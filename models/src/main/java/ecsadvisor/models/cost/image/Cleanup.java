package ecsadvisor.models.cost.image;

import ecsadvisor.models.cost.TidyImages;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle policy for a repository and what it would remove today.
 *
 * <p>Two rules: untagged images expire some days after their push, and of the tagged ones the
 * newest stay. ECR does not know what runs, so the numbers are widened until no image in use and
 * none pulled lately would go, with room for as many further pushes as images are kept. Rules that
 * the repository has stay, in front; an existing rule for any image settles everything, and a
 * policy that is not understood is left alone. Untagged images pushed together with a tagged one
 * that stays are taken for the members of its multi-architecture list, which ECR keeps with it.
 *
 * @param policy the proposed text; empty where there is nothing to propose
 * @param expired images that it would remove today
 * @param freedBytes their size
 * @param totalBytes size of all images
 * @param untaggedDays days of the rule for untagged images; zero without that rule
 * @param keptTagged number of the rule for tagged images; zero without that rule
 * @param usedUntagged images in use that no tag protects
 */
public record Cleanup(
    String policy,
    int expired,
    long freedBytes,
    long totalBytes,
    int untaggedDays,
    int keptTagged,
    int usedUntagged) {

  /** The proposal for a repository whose images and policy are known. */
  public static Cleanup of(
      Repository repository, ImagesInUse used, Instant now, TidyImages.Settings settings) {
    return new Planner(repository, used, now, settings).plan();
  }

  /** Bytes that stay. */
  long keptBytes() {
    return totalBytes - freedBytes;
  }

  private static final class Planner {
    private static final int UNKNOWN_AGE = Integer.MAX_VALUE;

    private final Repository repository;
    private final ImagesInUse used;
    private final Instant now;
    private final TidyImages.Settings settings;
    private final @Nullable LifecyclePolicy present;

    Planner(Repository repository, ImagesInUse used, Instant now, TidyImages.Settings settings) {
      this.repository = repository;
      this.used = used;
      this.now = now;
      this.settings = settings;
      this.present =
          repository.lifecyclePolicy().isBlank()
              ? new LifecyclePolicy(List.of())
              : LifecyclePolicy.parse(repository.lifecyclePolicy());
    }

    Cleanup plan() {
      LifecyclePolicy policy = present;
      if (policy == null || policy.has("any")) {
        return result("", List.of(), 0, 0);
      }
      List<RepositoryImage> free =
          repository.images().stream().filter(image -> !policy.selects(image)).toList();
      List<RepositoryImage> tagged = free.stream().filter(i -> !i.tags().isEmpty()).toList();
      List<RepositoryImage> untagged = free.stream().filter(i -> i.tags().isEmpty()).toList();
      int keep = keptTagged(tagged);
      int days = policy.has("untagged") ? 0 : untaggedDays(untagged);
      List<RepositoryImage> expired = new ArrayList<>();
      if (keep > 0) {
        newestFirst(tagged).stream().skip(keep).forEach(expired::add);
      }
      if (days > 0) {
        List<RepositoryImage> lists = new ArrayList<>(repository.images());
        lists.removeAll(expired);
        lists.removeIf(image -> image.tags().isEmpty());
        untagged.stream()
            .filter(image -> age(image) != UNKNOWN_AGE && age(image) > days)
            .filter(image -> lists.stream().noneMatch(list -> isMember(image, list)))
            .forEach(expired::add);
      }
      return result(
          PolicyText.of(repository.lifecyclePolicy(), policy, days, keep), expired, days, keep);
    }

    /** How many tagged images stay, or zero where their order is not known. */
    private int keptTagged(List<RepositoryImage> tagged) {
      if (tagged.stream().anyMatch(image -> image.pushedAt() == null)) {
        return 0;
      }
      List<RepositoryImage> ordered = newestFirst(tagged);
      int keep = settings.keptTaggedImages();
      for (int i = 0; i < ordered.size(); i++) {
        if (used.contains(repository, ordered.get(i))) {
          keep = Math.max(keep, i + 1 + settings.keptTaggedImages());
        } else if (isPulledLately(ordered.get(i))) {
          keep = Math.max(keep, i + 1);
        }
      }
      return keep;
    }

    /** How many days untagged images stay, or zero where the age of one to keep is not known. */
    private int untaggedDays(List<RepositoryImage> untagged) {
      int days = settings.untaggedDays();
      for (RepositoryImage image : untagged) {
        boolean running = used.contains(repository, image);
        if (!running && !isPulledLately(image)) {
          continue;
        }
        if (age(image) == UNKNOWN_AGE) {
          return 0;
        }
        days = Math.max(days, age(image) + (running ? settings.pulledDays() : 1));
      }
      return days;
    }

    private boolean isPulledLately(RepositoryImage image) {
      Instant pulled = image.lastPulledAt();
      return pulled != null && pulled.isAfter(now.minus(Duration.ofDays(settings.pulledDays())));
    }

    private int age(RepositoryImage image) {
      Instant pushed = image.pushedAt();
      return pushed == null
          ? UNKNOWN_AGE
          : (int) Math.max(0, Math.min(100_000, Duration.between(pushed, now).toDays()));
    }

    private boolean isMember(RepositoryImage image, RepositoryImage list) {
      Instant pushed = image.pushedAt();
      Instant listed = list.pushedAt();
      return pushed != null
          && listed != null
          && Duration.between(pushed, listed).abs().toMinutes() < settings.memberMinutes();
    }

    private static List<RepositoryImage> newestFirst(List<RepositoryImage> images) {
      return images.stream()
          .sorted(
              Comparator.comparing(
                      (RepositoryImage image) ->
                          image.pushedAt() == null ? Instant.MIN : image.pushedAt())
                  .reversed()
                  .thenComparing(RepositoryImage::digest))
          .toList();
    }

    private Cleanup result(
        String policy, List<RepositoryImage> expired, int untaggedDays, int keptTagged) {
      Set<String> gone = new TreeSet<>();
      expired.forEach(image -> gone.add(image.digest()));
      Set<String> seen = new HashSet<>();
      long freed = 0;
      long total = 0;
      int unprotected = 0;
      for (RepositoryImage image : repository.images()) {
        if (!seen.add(image.digest())) {
          continue;
        }
        long size = Math.max(0, image.sizeBytes());
        total += size;
        freed += gone.contains(image.digest()) ? size : 0;
        unprotected += image.tags().isEmpty() && used.contains(repository, image) ? 1 : 0;
      }
      return new Cleanup(policy, gone.size(), freed, total, untaggedDays, keptTagged, unprotected);
    }
  }
}
