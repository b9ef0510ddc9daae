package ecsadvisor.models.security.fix;

import static ecsadvisor.models.security.fix.FixFactsBuilder.PRICES;
import static ecsadvisor.models.security.fix.FixFactsBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixCostsTest {
  @Test
  void everyCheckOfTheCatalogueHasAPriceAndNoOtherHas() {
    Set<String> wanted = new TreeSet<>();
    for (Control control : Catalogue.load().controls()) {
      if (control.framework() != Framework.ECS_COST_2024) {
        Stream.concat(control.checks().stream(), control.advisory().stream())
            .map(FixCostsTest::id)
            .forEach(wanted::add);
      }
    }

    assertEquals(wanted, new TreeSet<>(FixCosts.checks()));
  }

  @Test
  void aStatementOfPeopleHasNone() {
    assertNull(FixCosts.of("attested-iam-01", service().build(), PRICES));
  }

  @Test
  void withNothingKnownEveryPriceIsARangeThatSaysWhatItAssumes() {
    for (String check : FixCosts.checks()) {
      FixCost fix = service().fix(check);
      boolean costs = fix.highMonthly() > 0;

      assertTrue(0 <= fix.lowMonthly(), check);
      assertTrue(!costs || fix.lowMonthly() < fix.highMonthly(), check + " is a point guess");
      assertTrue(
          !costs
              || fix.inputs().stream()
                  .anyMatch(
                      input ->
                          input.value().contains("assumed") || input.value().contains("not known")),
          check);
      assertTrue(!costs || !fix.priceSource().isEmpty(), check);
      assertTrue(!costs || !fix.formula().isEmpty(), check);
    }
  }

  @Test
  void configurationCostsNothing() {
    FixCost fix = service().fix("read-only-root-filesystem");

    assertEquals(Range.ZERO, fix.own());
    assertTrue(fix.bounded());
    assertEquals(Effort.MEDIUM, fix.effort());
  }

  @Test
  void whatHasNoKnownPriceIsNotFree() {
    assertFalse(service().fix("service-connect-tls").bounded());
    assertFalse(service().fix("dedicated-tenancy").bounded());
  }

  @Test
  void aBorrowedPriceIsNamedAsOne() {
    assertTrue(
        service()
            .in("eu-north-1")
            .fix("alarms-watch")
            .priceSource()
            .contains("us-east-1; it has no price for eu-north-1"));
  }

  @Test
  void figuresThatAreNoNumbersCountAsNotKnown() {
    FixFactsBuilder odd =
        service()
            .starts(Double.NaN)
            .vcpu(Double.NEGATIVE_INFINITY)
            .hourCost(Double.NaN, "USD")
            .onDemand(Double.NaN)
            .logs(Double.NaN, Double.NaN)
            .efs(Double.POSITIVE_INFINITY)
            .egress(-1)
            .account(
                new FixFacts.Account(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null));

    for (String check : FixCosts.checks()) {
      assertTrue(Double.isFinite(odd.fix(check).highMonthly()), check);
    }
  }

  private static String id(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
