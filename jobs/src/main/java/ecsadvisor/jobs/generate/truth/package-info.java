/** What was planted: the right answer of every control for every service. */
@NullMarked
package ecsadvisor.jobs.generate.truth;

import org.jspecify.annotations.NullMarked;
