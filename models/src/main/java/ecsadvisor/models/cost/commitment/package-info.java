/**
 * How much of the hourly spend to commit to: what is left on demand, the exact optimum, the options
 * on offer.
 */
@NullMarked
package ecsadvisor.models.cost.commitment;

import org.jspecify.annotations.NullMarked;
