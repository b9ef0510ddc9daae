/** How settings are declared. */
@NullMarked
package ecsadvisor.models.setting;

import org.jspecify.annotations.NullMarked;
