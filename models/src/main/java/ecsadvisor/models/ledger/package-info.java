/** The memory of recommendations: what became of each, what it saved, what to decide next. */
@NullMarked
package ecsadvisor.models.ledger;

import org.jspecify.annotations.NullMarked;
