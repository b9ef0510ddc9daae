package ecsadvisor.jobs.source.opinion;

import ecsadvisor.jobs.source.FileQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What AWS says, each once.
 *
 * @param opinions the opinions, ordered by account, resource, source and action
 * @param quality what was read of each file
 */
public record AwsOpinions(List<AwsOpinion> opinions, List<FileQuality> quality) {
  /** Nobody was asked. */
  public static final AwsOpinions NONE = new AwsOpinions(List.of(), List.of());

  public AwsOpinions {
    opinions = List.copyOf(opinions);
    quality = List.copyOf(quality);
  }

  /** Collects opinions; of those on the same resource and action by one source the newest stays. */
  static final class Builder {
    private static final Comparator<AwsOpinion> AGE =
        Comparator.comparing(
                (AwsOpinion opinion) ->
                    Objects.requireNonNullElse(opinion.refreshed(), Instant.MIN))
            .thenComparing(AwsOpinion::file)
            .thenComparing(AwsOpinion::recommendationId);

    private final Map<String, AwsOpinion> newest = new TreeMap<>();
    private final List<FileQuality> quality = new ArrayList<>();

    void add(AwsOpinion opinion) {
      newest.merge(
          String.join(
              "\u0000",
              opinion.accountId(),
              opinion.resourceArn(),
              opinion.resourceType(),
              opinion.source(),
              // Compute Optimizer has one opinion of a service, whatever it is.
              opinion.source().equals(OptimizerLines.SOURCE) ? "" : opinion.action()),
          opinion,
          (one, other) -> AGE.compare(one, other) < 0 ? other : one);
    }

    void add(FileQuality file) {
      quality.add(file);
    }

    AwsOpinions build() {
      return new AwsOpinions(List.copyOf(newest.values()), quality);
    }
  }
}
