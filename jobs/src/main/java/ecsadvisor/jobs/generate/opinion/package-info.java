/** What AWS would recommend to the organisation, with planted disagreements. */
@NullMarked
package ecsadvisor.jobs.generate.opinion;

import org.jspecify.annotations.NullMarked;
