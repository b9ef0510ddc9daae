/**
 * What things cost: the dated price file, the Fargate sizes and the rates of the user's own bill.
 */
@NullMarked
package ecsadvisor.models.price;

import org.jspecify.annotations.NullMarked;
