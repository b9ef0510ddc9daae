package ecsadvisor.models.fact;

/** One line of a capacity provider strategy. */
public record CapacityProviderItem(String capacityProvider, int base, int weight) {}
