/** The organisation's resources as AWS's describe calls would show them. */
@NullMarked
package ecsadvisor.jobs.generate.inventory;

import org.jspecify.annotations.NullMarked;
