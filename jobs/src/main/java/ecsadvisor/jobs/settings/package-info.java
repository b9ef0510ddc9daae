/** What a user may set in a file, read into records. */
@NullMarked
package ecsadvisor.jobs.settings;

import org.jspecify.annotations.NullMarked;
