/** The file of decisions on recommendations. */
@NullMarked
package ecsadvisor.jobs.source.decision;

import org.jspecify.annotations.NullMarked;
