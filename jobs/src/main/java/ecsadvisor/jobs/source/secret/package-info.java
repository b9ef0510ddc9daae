/** Rules of the user for finding secrets. */
@NullMarked
package ecsadvisor.jobs.source.secret;

import org.jspecify.annotations.NullMarked;
