package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.finding.SecurityStep.ByHand;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one patch does for security: its steps, each once, and the checks that it fixes. */
final class SecurityBundle {
  private final String id;
  private final Set<Step> steps = new LinkedHashSet<>();
  private final Set<FixedCheck> checks = new LinkedHashSet<>();
  private @Nullable ServiceConfig config;

  /**
   * An empty bundle.
   *
   * @param id names its patch
   */
  SecurityBundle(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  void add(Step step, FixedCheck check, @Nullable ServiceConfig ofService) {
    steps.add(step);
    checks.add(check);
    config = ofService;
  }

  /** Whether it registers a revision, which can carry other sizes as well. */
  boolean revises() {
    return steps.stream().anyMatch(EditTask.class::isInstance);
  }

  void resize(Step.ReviseTask sizes) {
    steps.add(sizes);
  }

  /** What commands do, then what people do. */
  List<Step> steps() {
    List<Step> ordered = new ArrayList<>();
    steps.stream().filter(step -> !(step instanceof ByHand)).forEach(ordered::add);
    steps.stream().filter(ByHand.class::isInstance).forEach(ordered::add);
    return ordered;
  }

  List<FixedCheck> checks() {
    return List.copyOf(checks);
  }

  Set<String> checkIds() {
    Set<String> ids = new TreeSet<>();
    checks.forEach(check -> ids.add(check.id()));
    return ids;
  }

  @Nullable ServiceConfig config() {
    return config;
  }
}
