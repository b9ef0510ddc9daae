package ecsadvisor.jobs.source.bill;

import ecsadvisor.jobs.source.DamagedInput;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Looks at the footers of the chosen files. */
final class BillFiles {
  private static final int READERS = 8;

  private BillFiles() {}

  /**
   * The files with what their footers tell, sorted by delivery and name.
   *
   * @throws DamagedInput naming each file that is no readable Parquet
   */
  static List<BillFile> inspect(
      SparkSession spark, Map<String, Delivery> byFile, List<String> mistakes) {
    Map<String, Footer> footers = footers(spark, byFile);
    Map<String, String> fingerprints = new LinkedHashMap<>();
    List<BillFile> files = new ArrayList<>();
    byFile.forEach(
        (uri, delivery) -> {
          Footer footer = java.util.Objects.requireNonNull(footers.get(uri));
          String twin = fingerprints.putIfAbsent(footer.fingerprint(), uri);
          if (twin != null && footer.rows() > 0) {
            mistakes.add("--bill: %s and %s hold the same lines; give one".formatted(twin, uri));
            return;
          }
          BillFile file = file(spark, status(uri, delivery), delivery, footer, mistakes);
          if (file != null) {
            files.add(file);
          }
        });
    files.sort(
        Comparator.comparing(BillFile::delivery)
            .thenComparing(file -> file.periods().toString())
            .thenComparing(BillFile::uri));
    return files;
  }

  private static @Nullable BillFile file(
      SparkSession spark,
      FileStatus status,
      Delivery delivery,
      Footer footer,
      List<String> mistakes) {
    String uri = status.getPath().toString();
    Dialect dialect = Dialect.of(footer.names());
    if (dialect == null) {
      mistakes.add(
          "--bill: %s is neither a Cost and Usage Report nor a FOCUS export by its columns"
              .formatted(uri));
      return null;
    }
    for (String column : dialect.required()) {
      if (!footer.names().has(column)) {
        mistakes.add("--bill: %s lacks the column %s; add it to the export".formatted(uri, column));
        return null;
      }
    }
    boolean focus = dialect.focus();
    String periodColumn = focus ? "BillingPeriodStart" : "bill_billing_period_start_date";
    String payerColumn = focus ? "BillingAccountId" : "bill_payer_account_id";
    String currencyColumn = focus ? "BillingCurrency" : "line_item_currency_code";
    Footer.TimeRange times = footer.time(periodColumn);
    List<YearMonth> periods = times == null ? List.of() : times.months();
    TextRange payers = footer.text(payerColumn);
    TextRange currencies = footer.text(currencyColumn);
    if (footer.rows() == 0) {
      periods = delivery.period() == null ? List.of() : List.of(delivery.period());
    } else if (periods.isEmpty() || !payers.known() || !currencies.known()) {
      FileLook look = FileLook.at(spark, uri, periodColumn, payerColumn, currencyColumn);
      periods = periods.isEmpty() ? look.periods() : periods;
      payers = payers.known() ? payers : look.payers();
      currencies = currencies.known() ? currencies : look.currencies();
      if (periods.isEmpty() && delivery.period() != null) {
        periods = List.of(delivery.period());
      }
    }
    if (periods.isEmpty()) {
      if (footer.rows() > 0) {
        mistakes.add(
            "--bill: %s does not tell its billing period; add the column %s to the export"
                .formatted(uri, periodColumn));
      }
      return null;
    }
    Footer.TimeRange starts =
        footer.time(focus ? "ChargePeriodStart" : "line_item_usage_start_date");
    Footer.TimeRange ends = footer.time(focus ? "ChargePeriodEnd" : "line_item_usage_end_date");
    @Nullable Instant first = starts == null ? null : starts.first();
    @Nullable Instant last = ends == null ? null : ends.last();
    return new BillFile(
        uri,
        dialect,
        delivery.prefix(),
        delivery.version(),
        periods,
        payers,
        currencies,
        footer.rows(),
        status.getLen(),
        first,
        last,
        footer.emptyColumns(),
        footer.mapKeys(),
        footer.schema());
  }

  private static FileStatus status(String uri, Delivery delivery) {
    return delivery.files().stream()
        .filter(file -> file.getPath().toString().equals(uri))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Footer> footers(SparkSession spark, Map<String, Delivery> byFile) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      Map<String, Future<Footer>> reads = new LinkedHashMap<>();
      byFile.forEach(
          (uri, delivery) ->
              reads.put(
                  uri, readers.submit(() -> Footer.read(status(uri, delivery), configuration))));
      Map<String, Footer> footers = new LinkedHashMap<>();
      List<String> damaged = new ArrayList<>();
      for (Map.Entry<String, Future<Footer>> read : reads.entrySet()) {
        try {
          footers.put(read.getKey(), read.getValue().get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof IOException)) {
            throw new IllegalStateException(e.getCause());
          }
          damaged.add(read.getKey());
        }
      }
      if (!damaged.isEmpty()) {
        throw new DamagedInput(
            "Not readable as Parquet (truncated or damaged): " + String.join(", ", damaged));
      }
      return footers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      readers.shutdownNow();
    }
  }
}
