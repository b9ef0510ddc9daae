package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Does one revision run? Two do while a deployment is under way, so a newest deployment of less
 * than a day leaves it open; one that is older is stuck or forgotten. NIST CM-2.
 */
public final class OneRevisionRuns implements ServiceCheck {
  private static final Duration LONGEST_DEPLOYMENT = Duration.ofHours(24);

  @Override
  public String statement() {
    return "The service runs one revision";
  }

  @Override
  public String remedy() {
    return "Finish the deployment or take it back: update the service to one task definition.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    Set<String> revisions = new TreeSet<>();
    @Nullable Instant newest = null;
    for (Deployment deployment : service.config().deployments()) {
      if (deployment.desiredCount() > 0 || deployment.runningCount() > 0) {
        String arn = deployment.taskDefinitionArn();
        revisions.add(arn.substring(arn.lastIndexOf('/') + 1));
        Instant at = deployment.createdAt();
        newest = at != null && (newest == null || at.isAfter(newest)) ? at : newest;
      }
    }
    if (service.config().deployments().isEmpty()) {
      return open(CheckReason.DESCRIBE_FAILED);
    }
    List<Evidence> running = new ArrayList<>();
    revisions.forEach(name -> running.add(new Evidence("runs", name)));
    Evidence[] because = running.toArray(Evidence[]::new);
    if (revisions.size() <= 1) {
      return CheckResult.pass(because);
    }
    if (newest == null) {
      return open(CheckReason.DESCRIBE_FAILED, because);
    }
    running.add(new Evidence("newest_deployment", newest.toString()));
    because = running.toArray(Evidence[]::new);
    return Duration.between(newest, readAt(service)).compareTo(LONGEST_DEPLOYMENT) < 0
        ? open(CheckReason.DEPLOYMENT_IN_PROGRESS, because)
        : CheckResult.fail(CheckReason.SEVERAL_REVISIONS, because);
  }

  private static Instant readAt(SecurityFacts service) {
    Instant read = service.security().collectedAt();
    return read.equals(Instant.EPOCH)
        ? service.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
        : read;
  }

  private static CheckResult open(CheckReason reason, Evidence... because) {
    return CheckResult.noData(
        reason, "ecs-service", "Add aws ecs describe-services of a later hour.", because);
  }
}
