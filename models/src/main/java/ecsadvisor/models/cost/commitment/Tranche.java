package ecsadvisor.models.cost.commitment;

import java.time.LocalDate;

/**
 * A part of a commitment, bought on its own so that not all of it ends on one day.
 *
 * @param buyOn when to buy it
 * @param hourlyCommitment currency units an hour
 * @param endsOn its last day
 */
public record Tranche(LocalDate buyOn, double hourlyCommitment, LocalDate endsOn) {}
