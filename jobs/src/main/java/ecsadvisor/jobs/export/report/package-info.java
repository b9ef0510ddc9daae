/** The weekly review as a page and as a mail, built from rows of the tables and nothing else. */
@NullMarked
package ecsadvisor.jobs.export.report;

import org.jspecify.annotations.NullMarked;
