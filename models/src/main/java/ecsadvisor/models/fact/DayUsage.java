package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of one metric of a service, folded from its points.
 *
 * <p>A point carries the average over the service's tasks and the maximum of its hottest task in
 * its period. Percentiles and buckets are over the hottest task, weighted by the minutes of each
 * period; the mean is over the averages.
 *
 * @param day the UTC day
 * @param minutes minutes of the day that have data
 * @param points number of points
 * @param mean mean of the averages over those minutes
 * @param max exact highest value
 * @param p50 exact nearest-rank median of the day
 * @param p95 likewise
 * @param p99 likewise
 * @param bucketIndexes indexes of the non-empty value buckets, ascending ({@code
 *     ecsadvisor.models.stats.LogBuckets})
 * @param bucketMinutes minutes in each of those buckets
 * @param hourMeans mean of the averages in each hour 0..23; NaN where an hour has no data
 * @param hourMaxima highest value in each hour 0..23; NaN likewise
 */
public record DayUsage(
    LocalDate day,
    int minutes,
    int points,
    double mean,
    double max,
    double p50,
    double p95,
    double p99,
    List<Integer> bucketIndexes,
    List<Integer> bucketMinutes,
    List<Double> hourMeans,
    List<Double> hourMaxima)
    implements Serializable {
  public DayUsage {
    bucketIndexes = List.copyOf(bucketIndexes);
    bucketMinutes = List.copyOf(bucketMinutes);
    hourMeans = List.copyOf(hourMeans);
    hourMaxima = List.copyOf(hourMaxima);
  }
}
