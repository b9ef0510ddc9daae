/** Savings that add up. */
@NullMarked
package ecsadvisor.models.savings;

import org.jspecify.annotations.NullMarked;
