package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.ImageSecurity.Scan;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.TaskCheck;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Are the images that run scanned, and their critical findings gone within the days set? A result
 * of the image shows scanning, also the registry's own or Inspector's, which leave {@code
 * scanOnPush} off. A finding is surely old where the scan is, surely young where the image is;
 * between them only Inspector's first sight tells. CCM IVS-01; Security Hub ECR.1.
 */
public final class ImagesScanned implements TaskCheck {
  /** Settings. */
  public record Settings(
      @Setting("Most days for which a critical finding may stay") int criticalDays) {
    public Settings {
      if (criticalDays < 0) {
        throw new IllegalArgumentException("criticalDays must be at least 0, not " + criticalDays);
      }
    }

    /** A month. */
    public static Settings defaults() {
      return new Settings(30);
    }
  }

  private final Settings settings;

  public ImagesScanned(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The images that run are scanned and have no old critical finding";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition", "ecr-repository", "ecr-image");
  }

  @Override
  public String remedy() {
    return "Scan the registry's images, and deploy an image without the critical findings.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return AllOf.of(
        task.containers().stream().map(container -> judge(container, task, service)).toList(),
        CheckResult.pass());
  }

  private CheckResult judge(ContainerSecurity container, TaskSecurity task, SecurityFacts service) {
    Evidence image = new Evidence("image", container.name() + ": " + container.image());
    if (!ImageReference.of(container.image()).inEcr()) {
      return CheckResult.noData(
          CheckReason.OUTSIDE_ECR,
          "attestations",
          "State how this image is scanned, or pull it through a repository of ECR.",
          image);
    }
    ImageSecurity found = service.security().change().image(task.arn(), container.name());
    Scan scan = found == null ? null : found.scan();
    if (scan != null && scan.done()) {
      return scanned(scan, service, image);
    }
    RepositorySecurity repository = found == null ? null : found.repository();
    boolean onPush = repository != null && Boolean.TRUE.equals(repository.scanOnPush());
    if (scan != null && scan.impossible() && !(scan.isIndex() && onPush)) {
      return CheckResult.noData(
          CheckReason.SCAN_FAILED,
          "ecr-image",
          "State how this image is scanned, or build it on a base that ECR can scan.",
          image,
          new Evidence("scan_status", scan.status()));
    }
    if (repository == null || repository.scanOnPush() == null) {
      return ImmutableImages.unresolved(service, image);
    }
    if (onPush) {
      return CheckResult.pass(image, new Evidence("scanOnPush", "true"));
    }
    CheckResult unread = Freshness.unread(service, "ecr-image", "aws ecr describe-images");
    return scan != null || unread == null
        ? CheckResult.fail(
            CheckReason.IMAGE_NOT_SCANNED, image, new Evidence("scanOnPush", "false"))
        : unread.with(List.of(image));
  }

  private CheckResult scanned(Scan scan, SecurityFacts service, Evidence image) {
    Evidence critical = new Evidence("critical_findings", "" + scan.critical());
    if (scan.critical() == 0 || young(scan.pushedAt(), service)) {
      return CheckResult.pass(image, critical);
    }
    if (surelyOld(scan.completedAt(), service)) {
      return CheckResult.fail(CheckReason.CRITICAL_FINDINGS, image, critical);
    }
    return CheckResult.noData(
        CheckReason.CRITICAL_FINDINGS,
        "attestations",
        "State since when the critical findings are known (aws inspector2 list-findings).",
        image,
        critical);
  }

  private boolean young(@Nullable Instant at, SecurityFacts service) {
    return at != null && !surelyOld(at, service);
  }

  private boolean surelyOld(@Nullable Instant at, SecurityFacts service) {
    return at != null
        && at.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .isBefore(service.asOf().minusDays(settings.criticalDays()));
  }
}
