package ecsadvisor.jobs;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Starts Spark with the settings on which the figures depend.
 *
 * <p>What {@code spark-submit} or the user gave wins: a master is set only where none is.
 */
final class SparkSessions {
  private SparkSessions() {}

  /**
   * A session for the run.
   *
   * @param master the {@code --master} option, or null
   * @param settings the {@code --conf} options
   */
  static SparkSession start(@Nullable String master, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    settings.forEach(conf::set);
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "ECS Cost Advisor");
    if (isOnThisMachine(conf.get("spark.master"))) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.sql.shuffle.partitions", localPartitions());
      conf.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path", ""));
      conf.setIfMissing("spark.executor.extraJavaOptions", "-Duser.timezone=UTC");
    }
    // Months, days and hours are UTC whatever the machine's zone.
    conf.set("spark.sql.session.timeZone", "UTC");
    // The same expression fails or succeeds alike on EMR 7 and EMR 8.
    conf.set("spark.sql.ansi.enabled", "true");
    // Two tag keys may differ by case only.
    conf.set("spark.sql.caseSensitive", "true");
    // The bill's fold has more groups than the first of the two maps holds; one map is faster.
    conf.setIfMissing("spark.sql.codegen.aggregate.map.twolevel.enabled", "false");
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    return session;
  }

  private static boolean isOnThisMachine(String master) {
    return master.startsWith("local");
  }

  private static String localPartitions() {
    return Integer.toString(Math.max(2, 2 * Runtime.getRuntime().availableProcessors()));
  }
}
