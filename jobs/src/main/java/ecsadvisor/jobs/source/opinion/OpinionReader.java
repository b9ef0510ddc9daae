package ecsadvisor.jobs.source.opinion;

import ecsadvisor.jobs.source.file.QualityCount;
import org.jspecify.annotations.Nullable;

/** Makes opinions of one file's rows and counts them. */
final class OpinionReader {
  private final OpinionFile file;
  private final QualityCount quality;
  private final AwsOpinions.Builder opinions;

  OpinionReader(OpinionFile file, QualityCount quality, AwsOpinions.Builder opinions) {
    this.file = file;
    this.quality = quality;
    this.opinions = opinions;
  }

  void add(OpinionLine line) {
    boolean hub = file.form() == OpinionForm.COST_OPTIMIZATION_RECOMMENDATIONS;
    if (hub && !HubLines.isCompared(line)) {
      quality.ignored("other kind of resource");
      return;
    }
    String uri = file.unit().uri();
    @Nullable AwsOpinion opinion =
        hub ? HubLines.opinion(line, uri) : OptimizerLines.opinion(line, uri);
    if (opinion == null) {
      quality.bad("row without resource, action or saving");
      return;
    }
    opinions.add(opinion);
    if (opinion.refreshed() == null) {
      quality.used();
    } else {
      quality.used(opinion.refreshed().toEpochMilli());
    }
  }
}
