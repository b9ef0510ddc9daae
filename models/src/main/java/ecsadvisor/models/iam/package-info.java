/**
 * What IAM policies allow, for the questions that the checks ask. Three answers: allowed, denied,
 * undecided where a condition, an unread policy or an unread boundary leaves it open.
 */
@NullMarked
package ecsadvisor.models.iam;

import org.jspecify.annotations.NullMarked;
