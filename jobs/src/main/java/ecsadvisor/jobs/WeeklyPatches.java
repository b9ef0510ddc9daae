package ecsadvisor.jobs;

import ecsadvisor.jobs.export.Staging;
import ecsadvisor.jobs.export.patch.Patch;
import ecsadvisor.jobs.export.patch.PatchSubject;
import ecsadvisor.jobs.export.patch.PatchWriter;
import ecsadvisor.jobs.export.patch.SecurityPatches;
import ecsadvisor.jobs.finding.LeverAdvice;
import ecsadvisor.jobs.finding.ResourceFinding;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.jobs.table.RecommendationRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The patches of a run: one folder per recommendation that names one. */
final class WeeklyPatches {
  private final Map<String, Supplier<Patch>> patches = new HashMap<>();
  private final List<RecommendationRow> rows;
  private final SecurityPatches security;

  /**
   * The patches of recommendations.
   *
   * @param rows the recommendations, with the folders of their patches
   * @param security the patches of failing checks
   */
  WeeklyPatches(
      List<ServiceFinding> services,
      List<ResourceFinding> resources,
      List<RecommendationRow> rows,
      SecurityPatches security) {
    this.rows = rows;
    this.security = security;
    for (ServiceFinding service : services) {
      for (LeverAdvice advice : service.advice()) {
        patches.put(advice.row().recommendationId(), () -> patch(service, advice));
      }
    }
    for (ResourceFinding resource : resources) {
      patches.put(resource.row().recommendationId(), () -> patch(resource));
    }
  }

  private static Patch patch(ServiceFinding service, LeverAdvice advice) {
    return PatchWriter.patch(
        PatchSubject.service(
            advice.row().recommendationId(),
            advice.row().controlId(),
            service.fleet().key(),
            service.fleet().config()),
        advice.proposal());
  }

  private static Patch patch(ResourceFinding resource) {
    return PatchWriter.patch(
        PatchSubject.resource(
            resource.row().recommendationId(), resource.row().controlId(), resource.advice()),
        resource.advice().proposal());
  }

  /** Writes them. */
  void writeTo(Staging staging) throws IOException {
    for (RecommendationRow row : rows) {
      Supplier<Patch> patch = patches.get(row.recommendationId());
      if (patch != null && !row.patchPath().isEmpty()) {
        patch.get().writeTo(staging);
      }
    }
    security.writeTo(staging);
  }
}
