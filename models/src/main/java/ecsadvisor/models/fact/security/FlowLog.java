package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * A flow log.
 *
 * @param id its id
 * @param resourceId the VPC, subnet or interface that it records
 * @param traffic ALL, ACCEPT or REJECT
 * @param active whether it is active and delivers
 * @param collectedAt when it was read
 */
public record FlowLog(
    String id, String resourceId, String traffic, boolean active, Instant collectedAt)
    implements Serializable {}
