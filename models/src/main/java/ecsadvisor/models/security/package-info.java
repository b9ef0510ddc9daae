/**
 * How the security rows are judged: one file per check in the packages below, {@link
 * ecsadvisor.models.security.SecurityChecks} as their list, and the composition of checks to rows.
 */
@NullMarked
package ecsadvisor.models.security;

import org.jspecify.annotations.NullMarked;
