/** The bill: CUR 2.0, legacy CUR and FOCUS Parquet to one canonical row. */
@NullMarked
package ecsadvisor.jobs.source.bill;

import org.jspecify.annotations.NullMarked;
