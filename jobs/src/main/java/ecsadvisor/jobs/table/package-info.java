/** One record per output table: its components are the table's columns in order. */
@NullMarked
package ecsadvisor.jobs.table;

import org.jspecify.annotations.NullMarked;
