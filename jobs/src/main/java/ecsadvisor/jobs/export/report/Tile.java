package ecsadvisor.jobs.export.report;

/**
 * A key figure.
 *
 * @param label what it is
 * @param value the figure with its unit
 * @param note what it is made of
 * @param tone {@code cost}, {@code saving} or empty: which accent it carries
 */
public record Tile(String label, String value, String note, String tone) {}
