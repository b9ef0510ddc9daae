/** Checks of where configuration and images come from. */
@NullMarked
package ecsadvisor.models.security.change;

import org.jspecify.annotations.NullMarked;
