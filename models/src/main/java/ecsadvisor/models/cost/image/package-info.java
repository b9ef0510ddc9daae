/** Image repositories: what a lifecycle policy would remove, and what images cost at start-up. */
@NullMarked
package ecsadvisor.models.cost.image;

import org.jspecify.annotations.NullMarked;
