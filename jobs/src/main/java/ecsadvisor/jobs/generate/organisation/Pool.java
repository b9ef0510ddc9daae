package ecsadvisor.jobs.generate.organisation;

/**
 * An EC2 capacity provider of a cluster: one Auto Scaling group of one instance type.
 *
 * @param name the capacity provider's name
 * @param instanceType such as {@code m5.2xlarge}
 * @param instances number of instances
 * @param spot whether they are Spot instances
 * @param reserved how many of them a Reserved Instance covers
 * @param placement the placement strategy of its services: {@code spread} or {@code binpack}
 */
public record Pool(
    String name,
    String instanceType,
    int instances,
    boolean spot,
    int reserved,
    String placement) {}
