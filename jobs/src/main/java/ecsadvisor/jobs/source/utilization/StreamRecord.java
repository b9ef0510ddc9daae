package ecsadvisor.jobs.source.utilization;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a metric stream that is not read as JSON. Figures that it lacks are NaN, a time that
 * it lacks is {@link Long#MIN_VALUE}.
 */
record StreamRecord(
    @Nullable String accountId,
    @Nullable String region,
    @Nullable String namespace,
    @Nullable String metricName,
    Map<String, String> dimensions,
    long epochMillis,
    boolean hasValue,
    double maximum,
    double sum,
    double count) {}
