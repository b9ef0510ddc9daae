/** Files as units of work: found, shared out, opened, cut into records, and counted. */
@NullMarked
package ecsadvisor.jobs.source.file;

import org.jspecify.annotations.NullMarked;
