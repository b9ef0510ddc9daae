package ecsadvisor.jobs.finding.memory;

import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.ledger.ActionKind;
import ecsadvisor.models.ledger.Answer;
import ecsadvisor.models.ledger.Applied;
import ecsadvisor.models.ledger.LedgerEntry;
import ecsadvisor.models.ledger.Observation;
import ecsadvisor.models.ledger.Setup;
import ecsadvisor.models.ledger.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run sees of recommendations that earlier runs gave. */
final class Observations {
  private static final String SERVICES = "ecs-service";

  private final RunView run;
  private final ResourceSetups resources;
  private final Map<ServiceKey, ServiceFinding> services = new HashMap<>();

  /** What controls of shared things say, by control and account. */
  private final Map<List<String>, List<Judged>> judged = new HashMap<>();

  private record Judged(ServiceKey key, Verdict verdict) {}

  Observations(RunView run) {
    this.run = run;
    this.resources = new ResourceSetups(run.fleet());
    run.services().forEach(service -> services.put(service.fleet().key(), service));
    run.shared()
        .outcomes()
        .forEach(
            (key, outcomes) ->
                outcomes.forEach(
                    outcome ->
                        judged
                            .computeIfAbsent(
                                List.of(outcome.controlId(), key.accountId()),
                                control -> new ArrayList<>())
                            .add(new Judged(key, outcome.verdict()))));
  }

  Observation of(LedgerEntry entry) {
    Subject subject = entry.subject();
    return subject.serviceName().isEmpty() ? ofResource(entry) : ofService(entry);
  }

  private Observation ofService(LedgerEntry entry) {
    Subject subject = entry.subject();
    ServiceKey key =
        new ServiceKey(
            subject.accountId(), subject.region(), subject.clusterName(), subject.serviceName());
    Answer answer = answer(subject, services.get(key));
    ServiceConfig now = run.configs().get(key);
    if (now == null) {
      return run.fleet().isComplete(subject.accountId(), subject.region(), SERVICES)
          ? gone(entry, answer)
          : observation(entry, Applied.UNKNOWN, answer, null);
    }
    LocalDate collectedOn = now.collectedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    if (collectedOn.isBefore(entry.asOf())) {
      return observation(entry, Applied.UNKNOWN, answer, null);
    }
    Set<String> names = Setup.parse(entry.advisedSetup()).keySet();
    return Observation.of(
        entry,
        Setup.of(ServiceSetups.present(now, names)),
        answer,
        isDeployed(subject) ? deployedOn(now) : null);
  }

  /**
   * A service that is gone has no task left; to stop it was advised, for other advice it is lost.
   */
  private static Observation gone(LedgerEntry entry, Answer answer) {
    return ActionKind.of(entry.subject().action()) == ActionKind.STOP
        ? Observation.of(
            entry, Setup.of(new TreeMap<>(Map.of(ServiceSetups.TASKS, "0"))), answer, null)
        : observation(entry, Applied.GONE, answer, null);
  }

  private Observation ofResource(LedgerEntry entry) {
    Subject subject = entry.subject();
    Answer answer = answerOfShared(subject);
    Set<String> names = Setup.parse(entry.advisedSetup()).keySet();
    if (resources.isGone(subject, names)) {
      return observation(entry, Applied.GONE, answer, null);
    }
    return Observation.of(entry, Setup.of(resources.present(subject, names)), answer, null);
  }

  private static Answer answer(Subject subject, @Nullable ServiceFinding service) {
    Lever lever = Lever.of(subject.controlId(), subject.action());
    SortedMap<Lever, Answer> answers = service == null ? new TreeMap<>() : service.answers();
    return lever == null ? Answer.WITHHELD : answers.getOrDefault(lever, Answer.WITHHELD);
  }

  /** Nothing to gain only where the control has judged every service of the place. */
  private Answer answerOfShared(Subject subject) {
    List<Judged> here =
        judged.getOrDefault(List.of(subject.controlId(), subject.accountId()), List.of()).stream()
            .filter(one -> isAt(one.key(), subject))
            .toList();
    boolean open = here.stream().anyMatch(one -> one.verdict() == Verdict.NO_DATA);
    return here.isEmpty() || open ? Answer.WITHHELD : Answer.NOTHING_TO_GAIN;
  }

  private static boolean isAt(ServiceKey key, Subject subject) {
    return key.accountId().equals(subject.accountId())
        && (subject.region().isEmpty() || key.region().equals(subject.region()))
        && (subject.clusterName().isEmpty() || key.clusterName().equals(subject.clusterName()));
  }

  private static boolean isDeployed(Subject subject) {
    return switch (ActionKind.of(subject.action())) {
      case RIGHT_SIZE, MOVE_TO_ARM, USE_SPOT -> true;
      default -> false;
    };
  }

  private static @Nullable LocalDate deployedOn(ServiceConfig now) {
    if (now.deployments().isEmpty()) {
      return null;
    }
    Deployment primary = now.deployments().get(0);
    return primary.createdAt() == null
        ? null
        : primary.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Observation observation(
      LedgerEntry entry, Applied applied, Answer answer, @Nullable LocalDate changedOn) {
    return new Observation(entry.recommendationId(), applied, answer, changedOn);
  }
}
