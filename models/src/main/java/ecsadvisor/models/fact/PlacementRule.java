package ecsadvisor.models.fact;

import java.io.Serializable;

/**
 * A placement constraint or strategy.
 *
 * @param type distinctInstance or memberOf; spread, binpack or random
 * @param value the constraint's expression or the strategy's field; empty where there is none
 */
public record PlacementRule(String type, String value) implements Serializable {}
