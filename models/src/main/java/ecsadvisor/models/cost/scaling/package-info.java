/** How many tasks a service needs minute by minute, and the policy that would run them. */
@NullMarked
package ecsadvisor.models.cost.scaling;

import org.jspecify.annotations.NullMarked;
