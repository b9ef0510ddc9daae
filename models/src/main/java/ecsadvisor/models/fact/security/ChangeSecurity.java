package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of where its configuration and images come from.
 *
 * @param stack the CloudFormation stack that its tag names, or null where the inventory lacks it
 * @param images what its containers run, as far as the inventory has it
 */
public record ChangeSecurity(@Nullable StackSecurity stack, List<ImageSecurity> images)
    implements Serializable {
  /** Nothing is known. */
  public static final ChangeSecurity UNKNOWN = new ChangeSecurity(null, List.of());

  public ChangeSecurity {
    images = List.copyOf(images);
  }

  /** What a container of a revision runs, or null where the inventory does not say. */
  public @Nullable ImageSecurity image(String taskDefinitionArn, String container) {
    for (ImageSecurity one : images) {
      if (one.taskDefinitionArn().equals(taskDefinitionArn) && one.container().equals(container)) {
        return one;
      }
    }
    return null;
  }
}
