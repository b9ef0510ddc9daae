package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.SecurityVerdicts;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a service's security, and on what.
 *
 * @param serviceArn the service's ARN
 * @param facts the facts, or null where the inventory lacks the service
 * @param verdicts the answers
 */
public record SecurityFinding(
    String serviceArn, @Nullable SecurityFacts facts, SecurityVerdicts verdicts) {}
