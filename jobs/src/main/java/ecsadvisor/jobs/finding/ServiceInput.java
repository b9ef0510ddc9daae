package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row per service: what each input says of it, joined on the four names they share. */
public record ServiceInput(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    @Nullable ServiceConfig config,
    @Nullable Spend spend,
    @Nullable Usage usage,
    @Nullable List<RequestDay> requests) {}
