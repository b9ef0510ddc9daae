/** The command line and one class per command. */
@NullMarked
package ecsadvisor.jobs;

import org.jspecify.annotations.NullMarked;
