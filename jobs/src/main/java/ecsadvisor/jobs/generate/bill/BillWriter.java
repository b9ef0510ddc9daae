package ecsadvisor.jobs.generate.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes an organisation's bill as AWS would deliver it: Parquet files and a manifest a month. */
public final class BillWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIMESTAMPS = "spark.sql.parquet.outputTimestampType";

  private BillWriter() {}

  /**
   * Writes the bill.
   *
   * @param root the bill's folder
   * @param lines lines in all periods together; fewer than the organisation has of itself: as many
   *     as it has
   * @return lines written
   */
  public static long write(
      SparkSession spark,
      Organisation organisation,
      Fleet fleet,
      BillFormat format,
      Path root,
      long lines)
      throws IOException {
    Curves curves = new Curves(organisation, fleet);
    Map<YearMonth, List<Charge>> months = charges(organisation, fleet, curves);
    long missing = Math.max(0, lines - lines(months.values()));
    long written = 0;
    String before = spark.conf().get(TIMESTAMPS);
    spark.conf().set(TIMESTAMPS, "TIMESTAMP_MILLIS");
    try {
      for (Map.Entry<YearMonth, List<Charge>> month : months.entrySet()) {
        Period period = new Period(organisation, month.getKey());
        List<Charge> charges = month.getValue();
        int hours = period.endHour() - period.firstHour();
        long filling = missing * hours / (organisation.timeline().endHour() - period.firstHour());
        missing -= filling;
        BillBook.fill(period, charges, filling);
        written += lines(List.of(charges));
        writeMonth(spark, period, charges, curves, format.layout(), root);
      }
    } finally {
      spark.conf().set(TIMESTAMPS, before);
    }
    return written;
  }

  /** How many lines the organisation's bill has without any filling. */
  public static long naturalLines(Organisation organisation, Fleet fleet) {
    return lines(charges(organisation, fleet, new Curves(organisation, fleet)).values());
  }

  private static Map<YearMonth, List<Charge>> charges(
      Organisation organisation, Fleet fleet, Curves curves) {
    Map<YearMonth, List<Charge>> months = new TreeMap<>();
    for (YearMonth month : organisation.timeline().months()) {
      months.put(month, BillBook.of(organisation, fleet, curves, month));
    }
    return months;
  }

  private static long lines(Collection<List<Charge>> months) {
    return months.stream().flatMap(List::stream).mapToLong(Charge::lines).sum();
  }

  private static void writeMonth(
      SparkSession spark,
      Period period,
      List<Charge> charges,
      Curves curves,
      Layout layout,
      Path root)
      throws IOException {
    Dataset<Row> rows = BillLines.of(spark, period, charges, curves);
    if (layout instanceof FocusLayout) {
      rows = rows.filter(col("line_type").notEqual(lit("SavingsPlanNegation")));
    }
    String payerId = period.organisation().payer().id();
    String payerName = period.organisation().payer().name();
    Column[] columns =
        layout.columns(payerId, payerName, List.of(rows.columns())).toArray(new Column[0]);
    Path folder = root.resolve(layout.dataFolder(period.month()));
    Path temporary = root.resolve("_writing-" + period.month());
    rows.select(columns)
        .write()
        .mode("overwrite")
        .option("compression", "snappy")
        .parquet(temporary.toUri().toString());
    List<String> files = moved(temporary, folder, layout.fileStem());
    ObjectNode manifest = JSON.createObjectNode();
    String executionId = Seeds.uuid(period.organisation().seed(), "execution", period.month());
    List<String> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(layout.dataFolder(period.month()) + "/" + file);
    }
    layout.describe(manifest, period.month(), executionId, paths);
    Path manifestFile = root.resolve(layout.manifest(period.month()));
    Files.createDirectories(manifestFile.toAbsolutePath().getParent());
    Files.writeString(
        manifestFile, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
  }

  /** Gives Spark's files the names that AWS gives, and takes everything else of Spark's away. */
  private static List<String> moved(Path temporary, Path folder, String stem) throws IOException {
    List<Path> parts = new ArrayList<>();
    try (Stream<Path> found = Files.list(temporary)) {
      found.filter(path -> path.toString().endsWith(".parquet")).forEach(parts::add);
    }
    parts.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
    deleted(folder);
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    for (Path part : parts) {
      String name = String.format(Locale.ROOT, "%s-%05d.snappy.parquet", stem, names.size() + 1);
      Files.move(part, folder.resolve(name));
      names.add(name);
    }
    deleted(temporary);
    return names;
  }

  private static void deleted(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.forEach(paths::add);
    }
    paths.sort(Comparator.reverseOrder());
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
