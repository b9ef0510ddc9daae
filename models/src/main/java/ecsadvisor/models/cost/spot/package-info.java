/**
 * What the two Spot controls share: who may run on Spot, how many tasks must stay on demand, what
 * Spot costs and how often it is taken back.
 */
@NullMarked
package ecsadvisor.models.cost.spot;

import org.jspecify.annotations.NullMarked;
