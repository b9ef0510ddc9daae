/** What fixing a failed check costs or saves. */
@NullMarked
package ecsadvisor.models.security.fix;

import org.jspecify.annotations.NullMarked;
