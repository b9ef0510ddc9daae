/** The synthetic organisation: who runs what, how big, how busy, and what is wrong with it. */
@NullMarked
package ecsadvisor.jobs.generate.organisation;

import org.jspecify.annotations.NullMarked;
