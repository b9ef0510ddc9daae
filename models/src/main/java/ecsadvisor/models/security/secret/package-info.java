/** Secrets in texts: the detector, its rules and the checks that use it. */
@NullMarked
package ecsadvisor.models.security.secret;

import org.jspecify.annotations.NullMarked;
