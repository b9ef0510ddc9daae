/** One file per cost control, and the ordered list of them. */
@NullMarked
package ecsadvisor.models.cost;

import org.jspecify.annotations.NullMarked;
