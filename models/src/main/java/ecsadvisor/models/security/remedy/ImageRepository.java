package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.SecurityStep.EditRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A private repository of ECR that an image comes from.
 *
 * @param accountId the registry's account, which may be another than the service's
 * @param region the registry's region
 * @param name the repository's name
 */
record ImageRepository(String accountId, String region, String name) {
  private static final Pattern IMAGE =
      Pattern.compile(
          "([0-9]{12})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]{1,40})\\.amazonaws\\.com(?:\\.cn)?/"
              + "([a-z0-9._/-]{1,256})(?:[:@].*)?");

  /** The repository of an image, or null where it comes from elsewhere. */
  static @Nullable ImageRepository of(String image) {
    Matcher matcher = IMAGE.matcher(image);
    return matcher.matches()
        ? new ImageRepository(matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }

  /** A fix of each repository that the running revision takes images from. */
  static List<Fix> onEach(FailedCheck failed, EditRepository.Edit edit) {
    TaskSecurity task = failed.task();
    List<Fix> fixes = new ArrayList<>();
    for (ContainerSecurity container :
        task == null ? List.<ContainerSecurity>of() : task.containers()) {
      ImageRepository repository = of(container.image());
      if (repository != null) {
        Fix fix = new Fix(repository.target(), new EditRepository(repository.name(), edit));
        if (!fixes.contains(fix)) {
          fixes.add(fix);
        }
      }
    }
    return fixes;
  }

  private FixTarget target() {
    String arn =
        "arn:%s:ecr:%s:%s:repository/%s"
            .formatted(ServiceKey.partition(region), region, accountId, name);
    return new FixTarget(accountId, region, "", "EcrRepository", name, arn);
  }
}
