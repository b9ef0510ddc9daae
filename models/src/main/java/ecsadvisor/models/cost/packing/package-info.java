/** What the control of packing needs: pools of instances, their prices, plans for them. */
@NullMarked
package ecsadvisor.models.cost.packing;

import org.jspecify.annotations.NullMarked;
