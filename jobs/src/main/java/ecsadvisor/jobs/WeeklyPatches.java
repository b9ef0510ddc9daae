package ecsadvisor.jobs;

import ecsadvisor.jobs.export.Staging;
import ecsadvisor.jobs.export.patch.PatchSubject;
import ecsadvisor.jobs.export.patch.PatchWriter;
import ecsadvisor.jobs.finding.LeverAdvice;
import ecsadvisor.jobs.finding.ResourceFinding;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Proposal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patches of a run: one folder per recommendation that names one. */
final class WeeklyPatches {
  private record Source(PatchSubject subject, Proposal proposal) {}

  private final Map<String, Source> sources = new HashMap<>();
  private final List<RecommendationRow> rows;

  /**
   * The patches of recommendations.
   *
   * @param rows the recommendations, with the folders of their patches
   */
  WeeklyPatches(
      List<ServiceFinding> services,
      List<ResourceFinding> resources,
      List<RecommendationRow> rows) {
    this.rows = rows;
    for (ServiceFinding service : services) {
      for (LeverAdvice advice : service.advice()) {
        RecommendationRow row = advice.row();
        if (isNameable(row)) {
          sources.put(
              row.recommendationId(),
              new Source(
                  PatchSubject.service(
                      row.recommendationId(),
                      row.controlId(),
                      service.fleet().key(),
                      service.fleet().config()),
                  advice.proposal()));
        }
      }
    }
    for (ResourceFinding resource : resources) {
      RecommendationRow row = resource.row();
      if (isNameable(row)) {
        sources.put(
            row.recommendationId(),
            new Source(
                PatchSubject.resource(row.recommendationId(), row.controlId(), resource.advice()),
                resource.advice().proposal()));
      }
    }
  }

  private static boolean isNameable(RecommendationRow row) {
    return PatchSubject.isNameable(row.recommendationId(), row.accountId(), row.region());
  }

  /** Writes them. */
  void writeTo(Staging staging) throws IOException {
    for (RecommendationRow row : rows) {
      Source source = sources.get(row.recommendationId());
      if (source != null && !row.patchPath().isEmpty()) {
        PatchWriter.patch(source.subject(), source.proposal()).writeTo(staging);
      }
    }
  }
}
