/** What is known of a service when its security is judged. */
@NullMarked
package ecsadvisor.models.fact.security;

import org.jspecify.annotations.NullMarked;
