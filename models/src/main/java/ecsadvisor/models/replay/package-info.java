/** Rules judged on history that they have not seen. */
@NullMarked
package ecsadvisor.models.replay;

import org.jspecify.annotations.NullMarked;
