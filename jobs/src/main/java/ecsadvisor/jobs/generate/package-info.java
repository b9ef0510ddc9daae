/** Synthetic organisations in the real formats, with planted truth. */
@NullMarked
package ecsadvisor.jobs.generate;

import org.jspecify.annotations.NullMarked;
