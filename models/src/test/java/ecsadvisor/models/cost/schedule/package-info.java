/** Tests of schedules. */
@NullMarked
package ecsadvisor.models.cost.schedule;

import org.jspecify.annotations.NullMarked;
