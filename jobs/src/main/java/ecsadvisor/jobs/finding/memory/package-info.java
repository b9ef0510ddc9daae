/** What became of recommendations since they were first given, and which to decide on next. */
@NullMarked
package ecsadvisor.jobs.finding.memory;

import org.jspecify.annotations.NullMarked;
