package ecsadvisor.models.ledger;

import java.io.Serializable;

/**
 * What a recommendation is about, as the latest run that gave it knows it.
 *
 * @param recommendationId its name, the same every week
 * @param controlId the control that gives it
 * @param action the extended action word, such as {@code MigrateToArm}
 * @param clusterName empty where it is about no cluster
 * @param serviceName empty where it is about no single service
 * @param resourceArn what is to be changed
 * @param owner who decides; empty where nobody is known
 * @param environment such as {@code production}; empty where unknown
 * @param currency code of all sums of the entry
 */
public record Subject(
    String recommendationId,
    String controlId,
    String action,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String resourceArn,
    String owner,
    String environment,
    String currency)
    implements Serializable {}
