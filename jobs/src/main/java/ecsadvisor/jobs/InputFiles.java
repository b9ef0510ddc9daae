package ecsadvisor.jobs;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.bill.BillInput;
import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.inventory.InventorySource;
import ecsadvisor.jobs.source.opinion.OpinionFile;
import ecsadvisor.jobs.source.opinion.OpinionSource;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run reads.
 *
 * @param bill the bill's files, or null without a bill
 * @param utilization telemetry files
 * @param inventory inventory files
 * @param opinions exports of what AWS recommends
 */
record InputFiles(
    @Nullable BillInput bill,
    List<FileUnit> utilization,
    List<FileUnit> inventory,
    List<OpinionFile> opinions) {

  /**
   * Finds all of them.
   *
   * @throws UserMistake with the mistakes of all options at once
   */
  static InputFiles find(SparkSession spark, WeeklyOptions options) {
    List<String> mistakes = new ArrayList<>();
    BillInput bill =
        options.bill.isEmpty() ? null : found(() -> BillSource.find(spark, options.bill), mistakes);
    List<FileUnit> utilization =
        options.utilization.isEmpty()
            ? List.of()
            : found(() -> UtilizationSource.find(spark, options.utilization), mistakes);
    List<FileUnit> inventory =
        options.inventory.isEmpty()
            ? List.of()
            : found(() -> InventorySource.find(spark, options.inventory), mistakes);
    List<OpinionFile> opinions =
        options.secondOpinion.isEmpty()
            ? List.of()
            : found(
                () ->
                    OpinionSource.find(
                        spark.sparkContext().hadoopConfiguration(), options.secondOpinion),
                mistakes);
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return new InputFiles(
        bill,
        utilization == null ? List.of() : utilization,
        inventory == null ? List.of() : inventory,
        opinions == null ? List.of() : opinions);
  }

  /** Number of files. */
  int count() {
    return (bill == null ? 0 : bill.files().size()) + utilization.size() + inventory.size();
  }

  private static <T> @Nullable T found(Supplier<T> search, List<String> mistakes) {
    try {
      return search.get();
    } catch (UserMistake mistake) {
      mistakes.addAll(mistake.mistakes());
      return null;
    }
  }
}
