/** Utilization files: each read as a stream and folded as it is read. */
@NullMarked
package ecsadvisor.jobs.source.utilization;

import org.jspecify.annotations.NullMarked;
