/** The organisation's telemetry in CloudWatch's file formats. */
@NullMarked
package ecsadvisor.jobs.generate.utilization;

import org.jspecify.annotations.NullMarked;
