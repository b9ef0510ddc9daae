package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation stack.
 *
 * @param id its id, which is an ARN
 * @param status such as UPDATE_COMPLETE
 * @param driftStatus IN_SYNC, DRIFTED, NOT_CHECKED, UNKNOWN or empty
 * @param driftCheckedAt when its drift was checked last, or null
 */
public record StackSecurity(
    String id, String status, String driftStatus, @Nullable Instant driftCheckedAt)
    implements Serializable {}
