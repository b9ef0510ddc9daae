package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which images tasks run, and how much of a repository that is. */
final class InventoryImages {
  private final InventoryBodies bodies;
  private final InventoryTasks tasks;
  private final InventoryTaskDefinitions definitions;
  private final InventoryRepositories repositories;

  InventoryImages(
      InventoryBodies bodies,
      InventoryTasks tasks,
      InventoryTaskDefinitions definitions,
      InventoryRepositories repositories) {
    this.bodies = bodies;
    this.tasks = tasks;
    this.definitions = definitions;
    this.repositories = repositories;
  }

  /**
   * The images of a service that runs a revision, one for each container. The digest is what its
   * tasks run; without tasks what the reference says, or what the tag points to.
   */
  List<ServiceImage> of(ServiceKey key, TaskDefinition definition) {
    List<ServiceImage> images = new ArrayList<>();
    for (Container container : definition.containers()) {
      images.add(image(container, tasks.digest(key, definition.arn(), container.name())));
    }
    return images;
  }

  private ServiceImage image(Container container, String running) {
    InventoryImageReference reference = InventoryImageReference.of(container.image());
    if (reference == null) {
      return new ServiceImage(container.name(), container.image(), "", running, null);
    }
    String digest = running.isEmpty() ? reference.digest() : running;
    InventoryRepositories.@Nullable Stored stored =
        repositories.find(reference.repository(), digest, reference.tag());
    return new ServiceImage(
        container.name(),
        container.image(),
        repositories.arn(reference.repository()),
        digest.isEmpty() && stored != null ? stored.image().digest() : digest,
        stored == null ? null : stored.pulledBytes());
  }

  /**
   * The digests that anything runs or would run, by repository ARN: those of tasks that have not
   * ended, of services or not, and those that task definitions name by digest or by tag.
   */
  SortedMap<String, List<String>> inUse() {
    SortedMap<String, Set<String>> used = new TreeMap<>();
    for (InventoryBodies.Body task : bodies.of("ecs-task")) {
      if (!InventoryTasks.ended(task.json())) {
        for (JsonNode container : field(task.json(), "containers")) {
          addUse(used, text(container, "image"), text(container, "imageDigest"));
        }
      }
    }
    for (TaskDefinition definition : definitions.all()) {
      for (Container container : definition.containers()) {
        addUse(used, container.image(), "");
      }
    }
    SortedMap<String, List<String>> lists = new TreeMap<>();
    used.forEach((arn, digests) -> lists.put(arn, List.copyOf(digests)));
    return lists;
  }

  private void addUse(SortedMap<String, Set<String>> used, String image, String running) {
    InventoryImageReference reference = InventoryImageReference.of(image);
    if (reference == null) {
      return;
    }
    String arn = repositories.arn(reference.repository());
    String digest = running.isEmpty() ? reference.digest() : running;
    InventoryRepositories.@Nullable Stored stored =
        repositories.find(reference.repository(), digest, reference.tag());
    String known = digest.isEmpty() && stored != null ? stored.image().digest() : digest;
    if (!arn.isEmpty() && !known.isEmpty()) {
      used.computeIfAbsent(arn, key -> new TreeSet<>()).add(known);
    }
  }
}
