/** Checks of what a service keeps: encryption and backups. */
@NullMarked
package ecsadvisor.models.security.storage;

import org.jspecify.annotations.NullMarked;
