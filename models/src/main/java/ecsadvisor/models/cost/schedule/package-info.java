/** In which hours of the week a service can be stopped, and the actions that stop and start it. */
@NullMarked
package ecsadvisor.models.cost.schedule;

import org.jspecify.annotations.NullMarked;
