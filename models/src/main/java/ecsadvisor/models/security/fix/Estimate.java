package ecsadvisor.models.security.fix;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.price.SecurityItem;
import ecsadvisor.models.price.SecurityPrices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A price in the making: keeps which figures it rests on and which of them are assumed. */
final class Estimate {
  private final String check;
  private final String fix;
  private final FixFacts service;
  private final FixPrices prices;
  private final List<Evidence> inputs = new ArrayList<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private Range own = Range.ZERO;
  private Range common = Range.ZERO;
  private String sharedWith = "";
  private double saves;
  private boolean bounded = true;

  Estimate(String check, String fix, FixFacts service, FixPrices prices) {
    this.check = check;
    this.fix = fix;
    this.service = service;
    this.prices = prices;
  }

  /** The price of a unit below the first threshold. */
  double unit(SecurityItem item) {
    return price(item).tiers().first();
  }

  /** What a quantity of a month costs with its tiers. */
  double cost(SecurityItem item, double quantity) {
    return price(item).tiers().cost(quantity);
  }

  /** The price of a unit above the last threshold. */
  double last(SecurityItem item) {
    return price(item).tiers().tiers().lastEntry().getValue();
  }

  private SecurityPrices.Price price(SecurityItem item) {
    String region = service.key().region();
    SecurityPrices.Price price = prices.book().price(region, item, prices.day());
    String figures =
        price.tiers().tiers().values().stream()
            .map(Estimate::figure)
            .reduce((a, b) -> a + " / " + b)
            .orElseThrow();
    Evidence evidence = new Evidence(item.word(), figures + " " + prices.book().currency());
    if (!inputs.contains(evidence)) {
      inputs.add(evidence);
    }
    sources.add(
        "price file of %s%s, %s: %s"
            .formatted(
                price.region(),
                price.borrowed() ? "; it has no price for " + region : "",
                price.validFrom(),
                price.tiers().source()));
    return price;
  }

  /** A figure that is known, else the range that is assumed; the inputs say which. */
  Range known(String name, @Nullable Double value, Range assumed) {
    if (value == null) {
      return assumed(name, assumed);
    }
    given(name, value);
    return Range.of(value);
  }

  /** A range that is assumed. */
  Range assumed(String name, Range range) {
    boolean isPoint = range.low() == range.high();
    inputs.add(
        new Evidence(
            name,
            isPoint
                ? "assumed: " + figure(range.expected())
                : "assumed: %s, %s to %s"
                    .formatted(
                        figure(range.expected()), figure(range.low()), figure(range.high()))));
    return range;
  }

  void given(String name, double value) {
    inputs.add(new Evidence(name, figure(value)));
  }

  void note(String name, String text) {
    inputs.add(new Evidence(name, text));
  }

  void own(Range amount) {
    own = own.plus(amount);
  }

  void common(String thing, Range amount) {
    sharedWith = thing;
    common = common.plus(amount);
  }

  void saves(double amount) {
    saves += amount;
  }

  void unbounded(String what) {
    bounded = false;
    inputs.add(new Evidence("not_priced", what));
  }

  /** The price in the currency of the price file. */
  FixCost made(String formula, Effort effort) {
    return made(formula, effort, prices.book().currency());
  }

  FixCost made(String formula, Effort effort, String currency) {
    return new FixCost(
        check,
        fix,
        own,
        common,
        sharedWith,
        saves,
        bounded,
        formula,
        inputs,
        String.join("; ", sources),
        effort,
        currency);
  }

  static String figure(double value) {
    return new BigDecimal(value, new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
