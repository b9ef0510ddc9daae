package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.Tag;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision of a task definition says of isolation, identity and logging. Texts are empty
 * where the definition says nothing, and kept in its own spelling.
 *
 * @param arn the revision's ARN
 * @param collectedAt when it was read
 * @param fromConfig whether AWS Config recorded it, which leaves out platforms and log options
 * @param networkMode awsvpc, bridge, host or none
 * @param pidMode host or task
 * @param ipcMode host, task or none
 * @param compatibilities launch types that it was registered for
 * @param operatingSystemFamily such as LINUX or WINDOWS_SERVER_2022_CORE
 * @param cpuUnits task-level CPU units, or null
 * @param memoryMiB task-level memory, or null
 * @param taskRoleArn the role of its containers
 * @param executionRoleArn the role that starts it
 * @param containers its containers in order; empty where the description is of no use
 * @param volumes its volumes
 * @param tags its tags
 * @param tagsKnown whether the source includes tags; if not, an empty list says nothing
 * @param registeredBy the principal that registered it
 * @param placeholders texts such as <code>${…}</code> that whoever wrote it did not fill in
 * @param open fields of the task that cannot be read
 */
public record TaskSecurity(
    String arn,
    Instant collectedAt,
    boolean fromConfig,
    String networkMode,
    String pidMode,
    String ipcMode,
    List<String> compatibilities,
    String operatingSystemFamily,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    String taskRoleArn,
    String executionRoleArn,
    List<ContainerSecurity> containers,
    List<VolumeSecurity> volumes,
    List<Tag> tags,
    boolean tagsKnown,
    String registeredBy,
    int placeholders,
    OpenFields open)
    implements Serializable {
  public TaskSecurity {
    compatibilities = List.copyOf(compatibilities);
    containers = List.copyOf(containers);
    volumes = List.copyOf(volumes);
    tags = List.copyOf(tags);
  }

  /** Family and revision, as people name it: {@code web:7}. */
  public String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
