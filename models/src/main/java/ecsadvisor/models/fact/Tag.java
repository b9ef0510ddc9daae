package ecsadvisor.models.fact;

/** A tag of a resource. */
public record Tag(String key, String value) {}
