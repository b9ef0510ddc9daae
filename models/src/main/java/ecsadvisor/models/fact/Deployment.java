package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment or task set of a service.
 *
 * @param status PRIMARY, ACTIVE, INACTIVE, as ECS says it
 * @param taskDefinitionArn the revision that it runs
 * @param desiredCount tasks wanted
 * @param runningCount tasks running
 * @param createdAt when it began, or null where the source does not say
 * @param platformVersion the resolved Fargate platform version, or null
 */
public record Deployment(
    String status,
    String taskDefinitionArn,
    int desiredCount,
    int runningCount,
    @Nullable Instant createdAt,
    @Nullable String platformVersion)
    implements Serializable {}
