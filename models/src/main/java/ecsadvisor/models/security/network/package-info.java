/** Checks of subnets, security groups and public addresses. */
@NullMarked
package ecsadvisor.models.security.network;

import org.jspecify.annotations.NullMarked;
