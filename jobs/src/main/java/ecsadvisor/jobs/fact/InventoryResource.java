package ecsadvisor.jobs.fact;

/**
 * A resource of the bill whose cluster, and for tasks whose service, the inventory knows.
 *
 * @param resourceId a task's ARN, or an EC2 instance's id
 * @param clusterName the cluster's short name
 * @param serviceName the service's short name; empty for instances and standalone tasks
 */
public record InventoryResource(String resourceId, String clusterName, String serviceName) {}
