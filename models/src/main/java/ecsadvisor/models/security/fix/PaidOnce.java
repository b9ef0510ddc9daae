package ecsadvisor.models.security.fix;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sum of fixes in which the same thing counts once: a fix for each service, and what is shared
 * for all of them. Of two prices of one thing the higher counts. What another sum has paid already
 * is not paid again.
 */
final class PaidOnce {
  private record Own(Range monthly, double saves) {
    static final Own NOTHING = new Own(Range.ZERO, 0);

    Own max(Own other) {
      return new Own(monthly.max(other.monthly), Math.max(saves, other.saves));
    }
  }

  /** A fix of a service; the service is null where only one is summed. */
  private record OwnKey(@Nullable Object service, String fix) {}

  private final @Nullable PaidOnce paid;
  private final Map<OwnKey, Own> owns = new HashMap<>();
  private final Map<String, Range> commons = new HashMap<>();
  private Range monthly = Range.ZERO;
  private double saves;
  private boolean bounded = true;

  PaidOnce() {
    this(null);
  }

  /** A sum of what comes on top of another. */
  PaidOnce(@Nullable PaidOnce paid) {
    this.paid = paid;
  }

  /** Adds a fix; fixes of different services are different ones. */
  void add(@Nullable Object service, FixCost fix) {
    OwnKey key = new OwnKey(service, fix.fix());
    Own before = own(key);
    Own after = before.max(new Own(fix.own(), fix.savesMonthly()));
    owns.put(key, after);
    monthly = grown(before.monthly(), after.monthly());
    saves += after.saves() - before.saves();
    bounded &= fix.bounded();
    if (fix.shared()) {
      Range spent = common(fix.sharedWith());
      Range due = spent.max(fix.common());
      commons.put(fix.sharedWith(), due);
      monthly = grown(spent, due);
    }
  }

  /** Takes over what another sum has found on top of this one. */
  void add(PaidOnce other) {
    owns.putAll(other.owns);
    commons.putAll(other.commons);
    monthly = monthly.plus(other.monthly);
    saves += other.saves;
    bounded &= other.bounded;
  }

  Range monthly() {
    return monthly;
  }

  double saves() {
    return saves;
  }

  boolean shared() {
    return !commons.isEmpty();
  }

  boolean bounded() {
    return bounded;
  }

  private Own own(OwnKey key) {
    Own here = owns.get(key);
    if (here != null) {
      return here;
    }
    return paid == null ? Own.NOTHING : paid.own(key);
  }

  private Range common(String thing) {
    Range here = commons.get(thing);
    if (here != null) {
      return here;
    }
    return paid == null ? Range.ZERO : paid.common(thing);
  }

  private Range grown(Range before, Range after) {
    return Range.ascending(
        monthly.low() + after.low() - before.low(),
        monthly.expected() + after.expected() - before.expected(),
        monthly.high() + after.high() - before.high());
  }
}
