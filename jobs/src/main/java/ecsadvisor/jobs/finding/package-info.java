/** Facts to records, records through the models, findings to table rows. */
@NullMarked
package ecsadvisor.jobs.finding;

import org.jspecify.annotations.NullMarked;
