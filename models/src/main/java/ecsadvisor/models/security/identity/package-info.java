/** Checks of roles: IAM policies evaluated for the questions asked. */
@NullMarked
package ecsadvisor.models.security.identity;

import org.jspecify.annotations.NullMarked;
