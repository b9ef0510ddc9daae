/** What AWS itself recommends, read from its exports. */
@NullMarked
package ecsadvisor.jobs.source.opinion;

import org.jspecify.annotations.NullMarked;
