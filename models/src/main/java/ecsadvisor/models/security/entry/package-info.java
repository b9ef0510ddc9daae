/** Checks of how clients reach a service: TLS and web ACLs. */
@NullMarked
package ecsadvisor.models.security.entry;

import org.jspecify.annotations.NullMarked;
