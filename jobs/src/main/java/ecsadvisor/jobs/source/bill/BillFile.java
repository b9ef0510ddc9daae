package ecsadvisor.jobs.source.bill;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of the bill that will be read.
 *
 * @param uri where it is
 * @param dialect which format it has
 * @param delivery the export or report folder it belongs to
 * @param version the delivery version by its folder; empty in an overwriting layout
 * @param periods the billing months it has lines of, in order
 * @param payers the paying accounts as far as the file's statistics tell
 * @param currencies the currencies likewise
 * @param rows number of lines
 * @param bytes size of the file
 * @param firstTime earliest start of usage, or null where the statistics do not tell
 * @param lastTime latest end of usage, likewise
 * @param emptyColumns columns that hold no value in any line
 * @param mapKeys the keys of tags that occur, as the file spells them; null where not known
 * @param schema the file's columns and types as text; files with equal text are read together
 */
public record BillFile(
    String uri,
    Dialect dialect,
    String delivery,
    String version,
    List<YearMonth> periods,
    TextRange payers,
    TextRange currencies,
    long rows,
    long bytes,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime,
    List<String> emptyColumns,
    @Nullable List<String> mapKeys,
    String schema) {
  public BillFile {
    emptyColumns = List.copyOf(emptyColumns);
    mapKeys = mapKeys == null ? null : List.copyOf(mapKeys);
    periods = List.copyOf(periods);
  }
}
