/** Vector bin packing with a proved bound: tasks onto instances. */
@NullMarked
package ecsadvisor.models.packing;

import org.jspecify.annotations.NullMarked;
