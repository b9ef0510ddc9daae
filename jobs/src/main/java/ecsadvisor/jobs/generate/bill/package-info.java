/** The organisation's bill in AWS's Parquet layouts. */
@NullMarked
package ecsadvisor.jobs.generate.bill;

import org.jspecify.annotations.NullMarked;
