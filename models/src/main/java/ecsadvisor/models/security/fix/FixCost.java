package ecsadvisor.models.security.fix;

import ecsadvisor.models.finding.Evidence;
import java.io.Serializable;
import java.util.List;

/**
 * What it costs a month that a check of a service does not fail any more.
 *
 * @param check the check's id
 * @param fix what is done; checks that the same thing repairs name the same, and it is paid once
 * @param own what it costs for this service alone
 * @param common what the thing costs that it shares with other services: the whole of it, or its
 *     share once {@link SharedFixes} has divided it
 * @param sharedWith which thing that is, such as {@code vpc/vpc-1}; empty for none
 * @param savesMonthly what the fix takes off the present bill
 * @param bounded whether the high figure holds all of it; false where a part has no known price
 * @param formula how the figures come about; empty where the fix is configuration alone
 * @param inputs the figures of the formula, with those that are assumed marked so
 * @param priceSource where the prices come from; empty where none is used
 * @param effort how much work it is
 * @param currency the currency of all amounts
 */
public record FixCost(
    String check,
    String fix,
    Range own,
    Range common,
    String sharedWith,
    double savesMonthly,
    boolean bounded,
    String formula,
    List<Evidence> inputs,
    String priceSource,
    Effort effort,
    String currency)
    implements Serializable {
  public FixCost {
    inputs = List.copyOf(inputs);
  }

  /** The least that it may cost a month, savings not taken off. */
  public double lowMonthly() {
    return own.low() + common.low();
  }

  /** What it is expected to cost a month. */
  public double expectedMonthly() {
    return own.expected() + common.expected();
  }

  /** The most that it may cost a month. */
  public double highMonthly() {
    return own.high() + common.high();
  }

  /** Whether other services share a part of it. */
  public boolean shared() {
    return !sharedWith.isEmpty();
  }

  /** The same with another part of what is shared. */
  FixCost sharing(Range share) {
    return new FixCost(
        check,
        fix,
        own,
        share,
        sharedWith,
        savesMonthly,
        bounded,
        formula,
        inputs,
        priceSource,
        effort,
        currency);
  }
}
