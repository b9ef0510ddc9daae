package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of what it keeps, and how that is encrypted and backed up.
 *
 * @param fileSystems the EFS file systems that its revisions mount and the inventory has
 * @param managedVolumes the EBS volumes that ECS makes for each task
 * @param machines the instances that it can run on; empty on Fargate
 * @param selections what the backup plans of its account and region select
 * @param logGroupKeys KMS keys of its log groups by name; an empty text for none
 */
public record StorageSecurity(
    List<FileSystemSecurity> fileSystems,
    List<ManagedVolume> managedVolumes,
    List<MachineSecurity> machines,
    List<BackupSelection> selections,
    Map<String, String> logGroupKeys)
    implements Serializable {
  /** Nothing is known. */
  public static final StorageSecurity UNKNOWN =
      new StorageSecurity(List.of(), List.of(), List.of(), List.of(), Map.of());

  public StorageSecurity {
    fileSystems = List.copyOf(fileSystems);
    managedVolumes = List.copyOf(managedVolumes);
    machines = List.copyOf(machines);
    selections = List.copyOf(selections);
    logGroupKeys = Map.copyOf(logGroupKeys);
  }

  /** The file system with that id, or null where the inventory lacks it. */
  public @Nullable FileSystemSecurity fileSystem(String id) {
    for (FileSystemSecurity one : fileSystems) {
      if (one.id().equals(id)) {
        return one;
      }
    }
    return null;
  }

  /** The volume of that name that ECS makes, or null where the service configures none. */
  public @Nullable ManagedVolume managedVolume(String name) {
    for (ManagedVolume one : managedVolumes) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    return null;
  }

  /**
   * An EBS volume that ECS makes for each task and deletes with it.
   *
   * @param name the volume's name in the task definition
   * @param encrypted whether the service asks for encryption; without that the region's default
   *     decides
   * @param disks the volumes that exist
   */
  public record ManagedVolume(String name, boolean encrypted, List<Disk> disks)
      implements Serializable {
    public ManagedVolume {
      disks = List.copyOf(disks);
    }
  }
}
