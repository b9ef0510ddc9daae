package ecsadvisor.models.ledger;

import ecsadvisor.models.setting.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a control's estimates come true.
 *
 * <p>A verified saving at the usage that it was estimated for, over the estimate, is a hit rate:
 * growth of traffic is no merit of the estimate. The median over a control's verified ones, drawn
 * towards 1 while they are few, is the factor for its later estimates:
 *
 * <pre>factor = (n median + k) / (n + k)</pre>
 *
 * <p>Savings that were measured together say nothing of each estimate and are left out.
 *
 * @param controlId the control
 * @param verified number of hit rates
 * @param medianHitRate their median; 1 where there are none
 * @param factor what to multiply an estimate with
 */
public record Calibration(String controlId, int verified, double medianHitRate, double factor)
    implements Serializable {

  /** How fast estimates learn. */
  public record Settings(
      @Setting("Number of verified savings that weighs as much as trust in the estimate")
          double trust,
      @Setting("Least factor on an estimate") double leastFactor,
      @Setting("Largest factor on an estimate") double largestFactor) {
    public Settings {
      SettingCheck.atLeast("trust", trust, 0);
      SettingCheck.share("leastFactor", leastFactor);
      SettingCheck.atLeast("largestFactor", largestFactor, 1);
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(5, 0, 2);
    }
  }

  /** The calibrations of all controls with a verified saving, by control. */
  public static SortedMap<String, Calibration> byControl(
      Collection<LedgerEntry> entries, Settings settings) {
    SortedMap<String, List<Double>> rates = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      Double saved = entry.realized().atFormerUsageMonthly();
      if (entry.status() == Status.VERIFIED
          && saved != null
          && !entry.realized().shared()
          && entry.estimatedMonthlyLast() > 0) {
        rates
            .computeIfAbsent(entry.subject().controlId(), id -> new ArrayList<>())
            .add(saved / entry.estimatedMonthlyLast());
      }
    }
    SortedMap<String, Calibration> calibrations = new TreeMap<>();
    rates.forEach((id, own) -> calibrations.put(id, of(id, own, settings)));
    return calibrations;
  }

  /** The calibration of a control without a verified saving: its estimates are trusted. */
  public static Calibration untested(String controlId) {
    return new Calibration(controlId, 0, 1, 1);
  }

  /** An estimate of the control as experience has it; what costs money is left as it is. */
  public double calibrated(double estimatedMonthly) {
    return estimatedMonthly > 0 ? factor * estimatedMonthly : estimatedMonthly;
  }

  private static Calibration of(String controlId, List<Double> rates, Settings settings) {
    List<Double> sorted = rates.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    double factor = (count * median + settings.trust()) / (count + settings.trust());
    return new Calibration(
        controlId,
        count,
        median,
        Math.max(settings.leastFactor(), Math.min(settings.largestFactor(), factor)));
  }
}
