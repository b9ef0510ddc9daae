package ecsadvisor.jobs.source.bill;

import ecsadvisor.jobs.source.DamagedInput;
import ecsadvisor.jobs.source.UserMistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds the bill's files and reads them into {@link CanonicalBill} rows. */
public final class BillSource {
  /** HotSpot compiles no method of more bytes; Spark then does without whole-stage code. */
  private static final long HOTSPOT_METHOD_LIMIT = 8000;

  private BillSource() {}

  /**
   * The files to read under the locations given: report roots, export roots, single periods'
   * folders or Parquet files, on any file system that Hadoop knows.
   *
   * <p>Only listings, manifests and file footers are read (and, where footers lack statistics, two
   * or three columns).
   *
   * @throws UserMistake with one line for each location that does not exist or holds no bill, each
   *     CSV delivery, each period without a clear version, each period that occurs in two
   *     deliveries, and mixed currencies
   * @throws DamagedInput when files cannot be read as Parquet, or a manifest lists files that are
   *     not there
   */
  public static BillInput find(SparkSession spark, List<String> uris) {
    prepare(spark);
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    List<String> mistakes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Map<String, Delivery> byFile = new LinkedHashMap<>();
    for (String uri : uris) {
      try {
        BillListing listing = BillListing.of(uri, configuration);
        List<Delivery> deliveries = Delivery.choose(listing, mistakes);
        if (listing.data().isEmpty()) {
          mistakes.add(nothing(listing));
        }
        for (Delivery delivery : deliveries) {
          delivery.files().forEach(f -> byFile.putIfAbsent(f.getPath().toString(), delivery));
        }
        StatusTable.warn(spark, listing, warnings);
      } catch (UserMistake mistake) {
        mistakes.addAll(mistake.mistakes());
      }
    }
    List<BillFile> files = BillFiles.inspect(spark, byFile, mistakes);
    BillChecks.check(files, mistakes, warnings);
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes.stream().distinct().toList());
    }
    if (files.isEmpty()) {
      throw new UserMistake("--bill %s: holds no lines".formatted(String.join(", ", uris)));
    }
    return new BillInput(files, warnings.stream().distinct().toList());
  }

  /**
   * Plans the read of the files: one scan for each group of files of the same period and columns.
   *
   * <p>The session is set to UTC and to column names that differ by case, without which months
   * shift and tag columns collide.
   *
   * @param tagKeys keys of cost allocation tags wanted beside those of ECS, in either spelling
   *     ({@code user:Team} or {@code user_team})
   */
  public static BillRows read(SparkSession spark, BillInput input, List<String> tagKeys) {
    prepare(spark);
    Map<List<Object>, List<BillFile>> groups = new LinkedHashMap<>();
    for (BillFile file : input.files()) {
      groups
          .computeIfAbsent(Arrays.asList(file.periods(), file.schema()), key -> new ArrayList<>())
          .add(file);
    }
    List<BillGroup> planned = new ArrayList<>();
    for (List<BillFile> files : groups.values()) {
      planned.add(new BillGroup(spark, files, tagKeys, planned.size()));
    }
    Dataset<Row> rows = planned.get(0).rows();
    for (BillGroup group : planned.subList(1, planned.size())) {
      rows = rows.unionByName(group.rows());
    }
    return new BillRows(rows, planned);
  }

  static void prepare(SparkSession spark) {
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.caseSensitive", "true");
    spark.conf().set("spark.sql.codegen.hugeMethodLimit", HOTSPOT_METHOD_LIMIT);
  }

  private static String nothing(BillListing listing) {
    if (!listing.text().isEmpty()) {
      return "--bill %s: holds CSV files only (such as %s); set the export's format to Parquet"
          .formatted(listing.uri(), listing.text().get(0));
    }
    return "--bill %s: holds no Parquet file of a bill".formatted(listing.uri());
  }
}
