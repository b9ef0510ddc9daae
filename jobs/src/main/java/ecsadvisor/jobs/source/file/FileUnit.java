package ecsadvisor.jobs.source.file;

import java.io.Serializable;

/**
 * An input file that one task reads from its beginning to its end.
 *
 * @param uri where it is
 * @param bytes its size as stored
 */
public record FileUnit(String uri, long bytes) implements Serializable {}
