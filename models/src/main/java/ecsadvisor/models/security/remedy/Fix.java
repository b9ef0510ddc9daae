package ecsadvisor.models.security.remedy;

import ecsadvisor.models.finding.Step;
import java.io.Serializable;

/**
 * One thing to do about a failing check.
 *
 * @param target what it changes
 * @param step how
 */
public record Fix(FixTarget target, Step step) implements Serializable {}
