package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceImage;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.ChangeSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.StackSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inventory's view of a service for {@link ChangeSecurity}. */
final class SecurityChanges {
  private static final String STACK_TAG = "aws:cloudformation:stack-id";

  private final Map<String, StackSecurity> stacks = new HashMap<>();
  private final SecurityImages images;

  SecurityChanges(InventoryBodies bodies) {
    this.images = new SecurityImages(bodies);
    bodies
        .newest("cloudformation-stack", body -> body.arn("stackId"))
        .forEach((id, body) -> stacks.put(id, stack(id, body.json())));
  }

  ChangeSecurity of(SecuritySource source) {
    List<ImageSecurity> all = new ArrayList<>();
    for (TaskSecurity task : source.tasks()) {
      for (ContainerSecurity container : task.containers()) {
        all.add(
            images.of(
                task.arn(),
                container.name(),
                container.image(),
                running(source.config(), task, container)));
      }
    }
    return new ChangeSecurity(stack(source.config()), all);
  }

  private @Nullable StackSecurity stack(ServiceConfig config) {
    for (Tag tag : config.tags()) {
      if (tag.key().equals(STACK_TAG)) {
        return stacks.get(tag.value());
      }
    }
    return null;
  }

  /** The digest that the tasks of the primary revision run; empty for others. */
  private static String running(
      ServiceConfig config, TaskSecurity task, ContainerSecurity container) {
    boolean primary =
        !config.deployments().isEmpty()
            && config.deployments().get(0).taskDefinitionArn().equals(task.arn());
    for (ServiceImage image : primary ? config.layout().images() : List.<ServiceImage>of()) {
      if (image.container().equals(container.name())) {
        return image.digest();
      }
    }
    return "";
  }

  private static StackSecurity stack(String id, JsonNode body) {
    JsonNode drift = field(body, "driftInformation");
    return new StackSecurity(
        id,
        text(body, "stackStatus"),
        text(drift, "stackDriftStatus"),
        JsonFields.time(field(drift, "lastCheckTimestamp")));
  }
}
