package ecsadvisor.models.fact;

import java.io.Serializable;

/**
 * A volume of a task definition.
 *
 * @param name its name in the definition
 * @param kind what stands behind it
 * @param writable whether any container mounts it for writing
 */
public record Volume(String name, VolumeKind kind, boolean writable) implements Serializable {}
