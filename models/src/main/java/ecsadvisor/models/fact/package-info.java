/**
 * What is known of services, clusters and accounts: immutable records without behaviour of their
 * own.
 */
@NullMarked
package ecsadvisor.models.fact;

import org.jspecify.annotations.NullMarked;
