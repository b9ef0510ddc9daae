/** Rows to records and back. */
@NullMarked
package ecsadvisor.jobs.codec;

import org.jspecify.annotations.NullMarked;
