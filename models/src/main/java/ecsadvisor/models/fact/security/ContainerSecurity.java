package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container definition says of isolation, identity and logging.
 *
 * @param name the container's name
 * @param image the image's reference
 * @param privileged whether it has all rights of its host
 * @param user the user it runs as; empty where the definition says none
 * @param readOnlyRootFilesystem whether the definition sets that its root file system is read-only
 * @param cpuUnits CPU units reserved for it; 0 for none
 * @param memoryMiB hard limit in MiB, or null
 * @param memoryReservationMiB soft limit in MiB, or null
 * @param ports its port mappings
 * @param mounts what it mounts
 * @param addedCapabilities Linux capabilities added
 * @param securityOptions Docker's security options
 * @param ulimits its limits
 * @param devices paths of devices of the host
 * @param environmentNames names of environment variables; values are never read
 * @param environmentFiles ARNs of environment files
 * @param secretHits what the detector found in its texts
 * @param secretsScanned whether the detector could look at all of them
 * @param log its log configuration, or null where it has none
 * @param logRouter whether it is a FireLens router
 * @param versionConsistency enabled, disabled or empty
 * @param open its fields that cannot be read
 */
public record ContainerSecurity(
    String name,
    String image,
    boolean privileged,
    String user,
    boolean readOnlyRootFilesystem,
    int cpuUnits,
    @Nullable Integer memoryMiB,
    @Nullable Integer memoryReservationMiB,
    List<PortMapping> ports,
    List<MountPoint> mounts,
    List<String> addedCapabilities,
    List<String> securityOptions,
    List<Ulimit> ulimits,
    List<String> devices,
    List<String> environmentNames,
    List<String> environmentFiles,
    List<SecretHit> secretHits,
    boolean secretsScanned,
    @Nullable LogSecurity log,
    boolean logRouter,
    String versionConsistency,
    OpenFields open)
    implements Serializable {
  public ContainerSecurity {
    ports = List.copyOf(ports);
    mounts = List.copyOf(mounts);
    addedCapabilities = List.copyOf(addedCapabilities);
    securityOptions = List.copyOf(securityOptions);
    ulimits = List.copyOf(ulimits);
    devices = List.copyOf(devices);
    environmentNames = List.copyOf(environmentNames);
    environmentFiles = List.copyOf(environmentFiles);
    secretHits = List.copyOf(secretHits);
  }

  /**
   * A port of the container.
   *
   * @param containerPort the container's port; 0 where it names none
   * @param hostPort the host's port; 0 for a dynamic one or none
   */
  public record PortMapping(int containerPort, int hostPort) implements Serializable {}

  /**
   * A volume in the container.
   *
   * @param volume the volume's name
   * @param path where it stands
   * @param readOnly whether it cannot be written
   */
  public record MountPoint(String volume, String path, boolean readOnly) implements Serializable {}

  /**
   * A limit of the container's processes.
   *
   * @param name such as nofile
   * @param soft the soft limit; negative for none
   * @param hard the hard limit; negative for none
   */
  public record Ulimit(String name, long soft, long hard) implements Serializable {}

  /**
   * Where its output goes.
   *
   * @param driver such as awslogs; empty where none is named
   * @param group log group of CloudWatch; empty for none
   * @param region the group's region; empty for the service's own
   * @param mode blocking or non-blocking; empty where not said
   */
  public record LogSecurity(String driver, String group, String region, String mode)
      implements Serializable {}
}
