/** Load balancers that services share: their traffic, their cost, and who could share one. */
@NullMarked
package ecsadvisor.models.cost.balancer;

import org.jspecify.annotations.NullMarked;
