package ecsadvisor.jobs.export.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which run the findings are of.
 *
 * @param programVersion the program's version
 * @param asOf the day that was judged
 */
public record SecurityRun(String programVersion, LocalDate asOf) {
  static final String PRODUCT = "ECS Cost Advisor";
  static final String VENDOR = "ecs-cost-advisor";

  /** The end of the day that was judged: findings carry it as their time, so runs repeat. */
  Instant time() {
    return asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
