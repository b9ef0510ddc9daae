package ecsadvisor.models.fact;

import java.io.Serializable;

/** One line of a capacity provider strategy. */
public record CapacityProviderItem(String capacityProvider, int base, int weight)
    implements Serializable {}
