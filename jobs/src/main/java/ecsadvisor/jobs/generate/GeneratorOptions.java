package ecsadvisor.jobs.generate;

import ecsadvisor.jobs.generate.bill.BillFormat;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param out folder to write to
 * @param services number of services
 * @param days number of days
 * @param lastDay the last day
 * @param seed what all random numbers come from
 * @param billLines lines of the bill; 0 for what the organisation has of itself
 * @param metricRecords metric-stream records in place of all other telemetry; 0 for the usual forms
 * @param billFormat how AWS delivers the bill
 */
public record GeneratorOptions(
    Path out,
    int services,
    int days,
    LocalDate lastDay,
    long seed,
    long billLines,
    long metricRecords,
    BillFormat billFormat) {}
