/** Inventory files: envelopes, raw CLI output and AWS Config to facts. */
@NullMarked
package ecsadvisor.jobs.source.inventory;

import org.jspecify.annotations.NullMarked;
