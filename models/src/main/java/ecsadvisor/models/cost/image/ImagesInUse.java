package ecsadvisor.models.cost.image;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.fact.RepositoryImage;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which images some task runs or a service may start: by digest, whatever repository or registry it
 * lies in, and by the tags that the task definitions of its deployments name.
 */
public final class ImagesInUse {
  private final Set<String> digests = new HashSet<>();
  private final Set<String> references = new HashSet<>();

  /**
   * What is in use.
   *
   * @param others digests that run or are named beyond the services
   */
  public ImagesInUse(List<FleetService> services, Set<String> others) {
    digests.addAll(others);
    for (FleetService service : services) {
      ServiceConfig config = service.config();
      if (config == null) {
        continue;
      }
      for (ServiceImage image : config.layout().images()) {
        if (!image.digest().isEmpty()) {
          digests.add(image.digest());
        }
        add(image.reference());
      }
      for (TaskDefinition definition : config.taskDefinitions()) {
        for (Container container : definition.containers()) {
          add(container.image());
        }
      }
    }
  }

  private void add(String reference) {
    int at = reference.indexOf('@');
    String named = at < 0 ? reference : reference.substring(0, at);
    if (at >= 0) {
      digests.add(reference.substring(at + 1));
    }
    boolean tagged = named.lastIndexOf(':') > named.lastIndexOf('/');
    if (tagged) {
      references.add(named);
    } else if (at < 0) {
      references.add(named + ":latest");
    }
  }

  /** Whether an image of a repository is in use. */
  boolean contains(Repository repository, RepositoryImage image) {
    return digests.contains(image.digest())
        || image.tags().stream().anyMatch(tag -> references.contains(repository.uri() + ":" + tag));
  }
}
