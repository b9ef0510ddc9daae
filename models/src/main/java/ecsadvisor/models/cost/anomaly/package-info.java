/** Daily costs: what is expected of them, where they leave it, where the month ends. */
@NullMarked
package ecsadvisor.models.cost.anomaly;

import org.jspecify.annotations.NullMarked;
