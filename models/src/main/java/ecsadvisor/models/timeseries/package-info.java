/** Compact series of metric points and their folds. */
@NullMarked
package ecsadvisor.models.timeseries;

import org.jspecify.annotations.NullMarked;
