package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of a load balancer's or target group's metric, hour by hour.
 *
 * @param accountId the account
 * @param region the region
 * @param loadBalancer the ARN's last part, such as {@code app/shop/50dc6c495c0c9188}; empty where
 *     the metric is of a target group alone
 * @param targetGroup such as {@code targetgroup/web/73e2d6bc24d8a067}; empty for the whole load
 *     balancer
 * @param metric CloudWatch's name, such as RequestCount
 * @param day the UTC day
 * @param hours sum (counts) or mean (all others) of each hour 0..23; NaN without data
 * @param hourMaxima highest value of each hour; NaN likewise
 */
public record HourlyMetric(
    String accountId,
    String region,
    String loadBalancer,
    String targetGroup,
    String metric,
    LocalDate day,
    List<Double> hours,
    List<Double> hourMaxima)
    implements Serializable {
  public HourlyMetric {
    hours = List.copyOf(hours);
    hourMaxima = List.copyOf(hourMaxima);
  }
}
