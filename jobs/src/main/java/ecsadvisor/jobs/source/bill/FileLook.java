package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Months, payers and currencies of a file whose footer has no statistics of them, read from the
 * three columns themselves.
 */
record FileLook(List<YearMonth> periods, TextRange payers, TextRange currencies) {

  static FileLook at(SparkSession spark, String uri, String period, String payer, String currency) {
    Dataset<Row> file = spark.read().parquet(uri);
    RawColumns raw = new RawColumns(file.schema());
    List<Row> values =
        file.select(
                raw.time(period).cast("string").substr(1, 7),
                coalesce(raw.text(payer), lit("")),
                coalesce(raw.text(currency), lit("")))
            .distinct()
            .collectAsList();
    SortedSet<YearMonth> periods = new TreeSet<>();
    SortedSet<String> payers = new TreeSet<>();
    SortedSet<String> currencies = new TreeSet<>();
    for (Row row : values) {
      if (!row.isNullAt(0)) {
        periods.add(YearMonth.parse(row.getString(0)));
      }
      payers.add(row.getString(1));
      currencies.add(row.getString(2));
    }
    return new FileLook(
        List.copyOf(periods),
        new TextRange(payers, payers.contains(""), raw.has(payer)),
        new TextRange(currencies, currencies.contains(""), raw.has(currency)));
  }
}
