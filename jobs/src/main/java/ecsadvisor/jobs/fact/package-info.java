/** Folds: canonical rows to facts, one scan an input. */
@NullMarked
package ecsadvisor.jobs.fact;

import org.jspecify.annotations.NullMarked;
