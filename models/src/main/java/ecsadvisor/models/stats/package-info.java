/** Numeric building blocks, each with its error stated. */
@NullMarked
package ecsadvisor.models.stats;

import org.jspecify.annotations.NullMarked;
