package ecsadvisor.models.savings;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import java.util.List;

/**
 * A part of the bill that no other pool has: a service, what a cluster's instances cost beyond
 * their services, a load balancer, a repository.
 *
 * @param key where it belongs; the service's name is empty for what services share, the cluster's
 *     too for what clusters share
 * @param currency the bill's currency code
 * @param monthlyCost effective cost of a month
 * @param rates levers that take a share off what the levers before them left, in order
 * @param amounts levers that take a sum off, worked out elsewhere for several pools together
 */
public record Pool(
    ServiceKey key, String currency, double monthlyCost, List<Rate> rates, List<Amount> amounts) {

  public Pool {
    if (!(monthlyCost >= 0)) {
      throw new IllegalArgumentException("Cost of " + key + " is negative: " + monthlyCost);
    }
    rates = List.copyOf(rates);
    amounts = List.copyOf(amounts);
  }

  /**
   * A lever that takes a share off.
   *
   * @param lever which
   * @param addressable the part of the pool's cost that it works on when it works alone
   * @param standalone what it would save alone
   * @param rate share of the addressable cost, as the levers before it left it, that it saves, 0..1
   * @param relative how sure that is, as multiples of the saving
   */
  public record Rate(
      Lever lever, double addressable, double standalone, double rate, Spread relative) {
    public Rate {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("Rate of " + lever + " is not in 0..1: " + rate);
      }
    }
  }

  /**
   * A lever that takes a sum off.
   *
   * @param lever which
   * @param standalone what it would save alone
   * @param saving what it saves after the levers before it
   * @param relative how sure that is, as multiples of the saving
   */
  public record Amount(Lever lever, double standalone, double saving, Spread relative) {
    public Amount {
      if (!(saving >= 0)) {
        throw new IllegalArgumentException("Saving of " + lever + " is negative: " + saving);
      }
    }
  }
}
