package ecsadvisor.models.fact;

import java.io.Serializable;

/**
 * A capacity provider of a cluster.
 *
 * @param name its name; FARGATE and FARGATE_SPOT are AWS's own
 * @param arn its ARN; empty for AWS's own
 * @param autoScalingGroup the Auto Scaling group's name; empty where it has none
 * @param managedInstances whether ECS picks and patches the instances itself (Managed Instances)
 * @param managedScaling whether ECS sets the group's size
 * @param targetCapacityPercent how full the group is to be, percent
 * @param managedDraining whether tasks are moved before an instance goes
 */
public record CapacityProvider(
    String name,
    String arn,
    String autoScalingGroup,
    boolean managedInstances,
    boolean managedScaling,
    int targetCapacityPercent,
    boolean managedDraining)
    implements Serializable {}
