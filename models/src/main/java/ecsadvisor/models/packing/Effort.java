package ecsadvisor.models.packing;

/**
 * How much work a packing may take. Work is counted, not timed, so the same input gives the same
 * answer on any machine.
 *
 * @param columns loads that column generation may try
 * @param nodes nodes of each knapsack search while the bound is still moving
 * @param proofNodes nodes of each knapsack search that proves a bound
 * @param dives times that the rest is solved anew while rounding
 * @param repacks attempts to save an instance by emptying a few
 */
public record Effort(int columns, int nodes, int proofNodes, int dives, int repacks) {
  /** Enough for a proof within a per cent on clusters of hundreds of services. */
  public static final Effort NORMAL = new Effort(4_000, 500, 3_000, 12, 60);

  /** Only heuristics and the volume bound. */
  public static final Effort GREEDY = new Effort(0, 500, 0, 0, 0);

  public Effort {
    if (columns < 0 || nodes < 1 || proofNodes < 0 || dives < 0 || repacks < 0) {
      throw new IllegalArgumentException(
          "Effort is counted from 0 (nodes from 1): %d columns, %d and %d nodes, %d dives, %d repacks"
              .formatted(columns, nodes, proofNodes, dives, repacks));
    }
  }
}
