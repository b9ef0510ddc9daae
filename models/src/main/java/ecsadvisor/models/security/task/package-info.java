/** Checks of what a task definition and its service ask of the host. */
@NullMarked
package ecsadvisor.models.security.task;

import org.jspecify.annotations.NullMarked;
