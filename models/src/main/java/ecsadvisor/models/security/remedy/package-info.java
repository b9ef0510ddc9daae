/** What fixes each failing check, as steps of a patch. */
@NullMarked
package ecsadvisor.models.security.remedy;

import org.jspecify.annotations.NullMarked;
