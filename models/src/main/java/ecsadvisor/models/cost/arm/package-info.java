/** What the move of a service from x86 to ARM does to its prices and its bill. */
@NullMarked
package ecsadvisor.models.cost.arm;

import org.jspecify.annotations.NullMarked;
