/** Writes tables, report and summary; computes nothing. */
@NullMarked
package ecsadvisor.jobs.export;

import org.jspecify.annotations.NullMarked;
