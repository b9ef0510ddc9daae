package ecsadvisor.jobs.finding;

import ecsadvisor.models.finding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one control for one service, without the catalogue's text.
 *
 * @param controlId the catalogue's identifier
 * @param verdict the outcome
 * @param reasonCodes why, separated by {@code ;}
 * @param evidence the numbers, as {@code name=value; …}
 * @param missing what would settle a NO_DATA
 * @param remediation what to do about a FAIL
 * @param savesMonthly what following the advice saves, or null
 */
public record ControlOutcome(
    String controlId,
    Verdict verdict,
    String reasonCodes,
    String evidence,
    String missing,
    String remediation,
    @Nullable Double savesMonthly) {}
