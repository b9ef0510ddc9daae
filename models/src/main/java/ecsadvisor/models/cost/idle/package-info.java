/** What shows whether anything uses a service. */
@NullMarked
package ecsadvisor.models.cost.idle;

import org.jspecify.annotations.NullMarked;
