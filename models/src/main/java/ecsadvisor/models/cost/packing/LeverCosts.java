package ecsadvisor.models.cost.packing;

/**
 * What a pool costs a month under every set of three levers that share its instances, so that the
 * credit can be split between them. Smaller tasks alone free no instance, so without packing
 * right-sizing changes nothing.
 */
public record LeverCosts(
    double none,
    double rightSize,
    double spot,
    double pack,
    double rightSizeSpot,
    double rightSizePack,
    double spotPack,
    double all) {

  /** The cost with those levers. */
  public double with(boolean rightSizing, boolean onSpot, boolean packing) {
    if (rightSizing) {
      if (onSpot) {
        return packing ? all : rightSizeSpot;
      }
      return packing ? rightSizePack : rightSize;
    }
    if (onSpot) {
      return packing ? spotPack : spot;
    }
    return packing ? pack : none;
  }

  /**
   * From the pool's costs without Spot.
   *
   * @param now its cost as it is
   * @param packed its cost packed with the tasks as they are
   * @param packedAfter its cost packed with the tasks as the other controls leave them
   * @param spot what Spot would take off
   */
  static LeverCosts of(double now, double packed, double packedAfter, SpotPart spot) {
    double pack = Math.min(now, packed);
    double both = Math.min(pack, packedAfter);
    double onSpot = now - spot.saving(spot.shareNow(), now, spot.onDemandNow());
    double packOnSpot =
        Math.min(onSpot, pack - spot.saving(spot.shareNow(), pack, spot.onDemandPacked()));
    double all = both - spot.saving(spot.shareAfter(), both, spot.onDemandAfter());
    return new LeverCosts(
        now, now, onSpot, pack, onSpot, both, packOnSpot, Math.min(all, packOnSpot));
  }

  /**
   * The part of a pool that other controls move to Spot. What reservations and plans cover saves
   * nothing there: they do not apply to Spot, and are paid on.
   *
   * @param discount off the price on demand, 0..1
   * @param shareNow share of the reserved capacity that moves, tasks as they are, 0..1
   * @param shareAfter the same of the tasks as the other controls leave them
   * @param onDemandNow cost of the pool that no commitment covers, as it is
   * @param onDemandPacked the same packed
   * @param onDemandAfter the same packed with the tasks as the other controls leave them
   */
  record SpotPart(
      double discount,
      double shareNow,
      double shareAfter,
      double onDemandNow,
      double onDemandPacked,
      double onDemandAfter) {
    /** Nothing moves. */
    static final SpotPart NONE = new SpotPart(0, 0, 0, 0, 0, 0);

    double saving(double share, double cost, double onDemand) {
      return discount * Math.min(share * cost, Math.max(0, onDemand));
    }
  }
}
