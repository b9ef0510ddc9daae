/** Checks of what keeps a service running. */
@NullMarked
package ecsadvisor.models.security.continuity;

import org.jspecify.annotations.NullMarked;
