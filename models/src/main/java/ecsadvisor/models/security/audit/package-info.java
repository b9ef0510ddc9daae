/** Checks of what records and watches a service. */
@NullMarked
package ecsadvisor.models.security.audit;

import org.jspecify.annotations.NullMarked;
