package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceConfig;
import java.util.List;

/** A service of the inventory with its key in columns, so that it joins bill and telemetry. */
public record ServiceConfigRow(
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    ServiceConfig config,
    List<RequestDay> requests) {}
