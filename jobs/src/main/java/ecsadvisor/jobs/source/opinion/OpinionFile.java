package ecsadvisor.jobs.source.opinion;

import ecsadvisor.jobs.source.file.FileUnit;

/**
 * An export that is to be read.
 *
 * @param unit the file
 * @param form what it is by its columns
 * @param parquet whether it is Parquet; else CSV
 */
public record OpinionFile(FileUnit unit, OpinionForm form, boolean parquet) {}
