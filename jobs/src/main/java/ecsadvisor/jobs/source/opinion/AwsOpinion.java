package ecsadvisor.jobs.source.opinion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What AWS says of one resource.
 *
 * @param source who says it: {@code ComputeOptimizer} or {@code CostOptimizationHub}
 * @param file the file's URI
 * @param recommendationId AWS's id, which lives for a day; empty where it gives none
 * @param accountId the account
 * @param region the region; empty for what has none
 * @param resourceArn the resource; empty for commitments
 * @param resourceType such as {@code EcsService}
 * @param action such as {@code Rightsize}; empty where nothing is to be done
 * @param finding Compute Optimizer's finding, such as {@code Optimized}; empty for none
 * @param silence why AWS says nothing, in its own code; empty where it says something
 * @param taskDefinitionArn the revision it looked at; empty where it does not say
 * @param cpuUnits CPU units of a task as recommended, or null
 * @param memoryMiB its memory, or null
 * @param savingsAfterDiscount monthly saving after discounts, or null
 * @param savingsBeforeDiscount the same at list price, or null
 * @param currency their currency; empty where it does not say
 * @param refreshed when AWS worked it out, or null
 */
public record AwsOpinion(
    String source,
    String file,
    String recommendationId,
    String accountId,
    String region,
    String resourceArn,
    String resourceType,
    String action,
    String finding,
    String silence,
    String taskDefinitionArn,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    @Nullable Double savingsAfterDiscount,
    @Nullable Double savingsBeforeDiscount,
    String currency,
    @Nullable Instant refreshed) {}
