package ecsadvisor.models.fact;

import java.io.Serializable;

/** A tag of a resource. */
public record Tag(String key, String value) implements Serializable {}
