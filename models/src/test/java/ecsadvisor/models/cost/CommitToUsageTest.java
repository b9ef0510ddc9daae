package ecsadvisor.models.cost;

import static ecsadvisor.models.cost.FleetCase.AS_OF;
import static ecsadvisor.models.cost.FleetCase.PAYER;
import static ecsadvisor.models.cost.FleetCase.Service.named;
import static ecsadvisor.models.cost.FleetCase.fleet;
import static ecsadvisor.models.cost.FleetCase.key;
import static ecsadvisor.models.fact.PurchaseOption.ON_DEMAND;
import static ecsadvisor.models.fact.PurchaseOption.RESERVED;
import static ecsadvisor.models.fact.PurchaseOption.SAVINGS_PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.commitment.CommitmentOption;
import ecsadvisor.models.cost.commitment.PaymentOption;
import ecsadvisor.models.cost.commitment.PlanType;
import ecsadvisor.models.cost.commitment.Term;
import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.CommitmentRates;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitToUsageTest {
  private static final CommitmentRates RATES = CommitmentRates.shipped();
  private static final double FARGATE_RATE =
      1 - rate("COMPUTE_SP", "FARGATE", "ONE_YEAR", "NO_UPFRONT");
  private static final CommitToUsage CONTROL =
      new CommitToUsage(CommitToUsage.Settings.defaults(), RATES);

  @Test
  void steadyUsageOnDemandIsCommittedTo() {
    CommitmentAdvice plan =
        plan(fleet().uses("FARGATE", ON_DEMAND, h -> 2).service(named("web").hours(h -> 2)));
    assertEquals(ReasonCode.STEADY_ON_DEMAND, reason(plan, "web"));
    ResourceAdvice purchase = plan.advice().resources().get(0);
    Step.BuyCommitment buy =
        assertInstanceOf(Step.BuyCommitment.class, purchase.proposal().steps().get(0));
    assertEquals(2 * FARGATE_RATE, buy.hourlyCommitment(), 0.001);
    assertEquals("ComputeSavingsPlans", purchase.resourceType());
    assertEquals(2 * (1 - FARGATE_RATE) * 730, purchase.saving().monthly(), 0.5);
    assertEquals(List.of(key("web")), purchase.services());
  }

  @Test
  void savingOfEcsIsItsShareOfWhatIsCovered() {
    CommitmentAdvice plan =
        plan(fleet().uses("FARGATE", ON_DEMAND, h -> 8).service(named("web").hours(h -> 2)));
    CommitmentOption option = recommended(plan);
    assertEquals(option.monthlySaving() / 4, option.ecsMonthlySaving(), 1e-6);
    assertEquals(
        option.ecsMonthlySaving(), plan.advice().resources().get(0).saving().monthly(), 1e-6);
  }

  @Test
  void usageThatOtherLeversRemoveIsNotCommittedTo() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 5)
                .service(named("web").hours(h -> 4).hoursAfter(h -> 1))
                .service(named("api").hours(h -> 1)));
    assertEquals((5 - 3) * FARGATE_RATE, recommended(plan).hourlyCommitment(), 0.001);
    assertTrue(recommended(plan).monthlySpend() <= 2 * 730 + 1e-6);
  }

  @Test
  void planThatALeverFreesTakesOverWhatIsOnDemand() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 5)
                .uses("FARGATE", SAVINGS_PLAN, h -> 3, 0.8)
                .service(named("old").underPlan().hours(h -> 3).hoursAfter(h -> 1))
                .service(named("web").hours(h -> 5)));
    assertEquals((5 - 2) * FARGATE_RATE, recommended(plan).hourlyCommitment(), 0.001);
  }

  @Test
  void usageInOfficeHoursIsNotSteady() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, CommitToUsageTest::office)
                .service(named("web").hours(CommitToUsageTest::office)));
    assertEquals(ReasonCode.NOT_STEADY, reason(plan, "web"));
    assertEquals(List.of(), plan.advice().resources());
  }

  @Test
  void usageUnderAPlanIsCovered() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", SAVINGS_PLAN, h -> 3, 0.8)
                .uses("FARGATE", ON_DEMAND, h -> 1)
                .service(named("old").underPlan().hours(h -> 3)));
    assertEquals(ReasonCode.COVERED, reason(plan, "old"));
    assertEquals(0.75, recommendedOrFirst(plan).coverageBefore(), 1e-9);
  }

  @Test
  void spotIsNotApplicable() {
    CommitmentAdvice plan =
        plan(fleet().uses("FARGATE", ON_DEMAND, h -> 1).service(billed("batch").spot(1)));
    assertEquals(ReasonCode.ON_SPOT, reason(plan, "batch"));
  }

  @Test
  void youngServiceHasTooShortAHistory() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 3)
                .service(named("new").costs(day -> day < 27 ? 0 : 5)));
    assertEquals(ReasonCode.SHORT_HISTORY, reason(plan, "new"));
  }

  @Test
  void shortBillSettlesNothing() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .days(10)
                .uses("FARGATE", ON_DEMAND, h -> 3)
                .service(named("web").hours(h -> 3)));
    assertEquals(ReasonCode.SHORT_HISTORY, reason(plan, "web"));
    assertEquals(List.of(), plan.options());
  }

  @Test
  void dailyBillSettlesNothing() {
    IntToDoubleFunction midnight = hour -> hour % 24 == 0 ? 24 : 0;
    CommitmentAdvice plan =
        plan(fleet().uses("FARGATE", ON_DEMAND, midnight).service(named("web").hours(midnight)));
    assertEquals(ReasonCode.NO_HOURLY_SPEND, reason(plan, "web"));
  }

  @Test
  void serviceThatIsGoneHasNoInventory() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 3)
                .service(named("gone").withoutInventory().costs(day -> day < 14 ? 5 : 0)));
    assertEquals(ReasonCode.INVENTORY_MISSING, reason(plan, "gone"));
  }

  @Test
  void serviceOnInstancesFollowsTheirFamily() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("m5", ON_DEMAND, h -> 2)
                .instances("m5.large", false, 4)
                .uses("FARGATE", ON_DEMAND, h -> 1)
                .service(named("web").hours(h -> 1))
                .service(billed("warehouse").on(LaunchType.EC2)));
    assertEquals(ReasonCode.STEADY_ON_DEMAND, reason(plan, "warehouse"));
  }

  @Test
  void packingTakesFromDemandBeforeReservations() {
    FleetCase made =
        fleet()
            .uses("m5", ON_DEMAND, h -> 2)
            .uses("m5", RESERVED, h -> 2, 0.6)
            .instances("m5.large", false, 4)
            .uses("FARGATE", ON_DEMAND, h -> 1)
            .service(named("web").hours(h -> 1))
            .service(billed("warehouse").on(LaunchType.EC2));
    CommitmentAdvice plan = CONTROL.plan(made.build(), Map.of("m5", 0.5));
    assertEquals(ReasonCode.COVERED, reason(plan, "warehouse"));
  }

  @Test
  void spotInstancesAreNotApplicable() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 1)
                .instances("c5.large", true, 4)
                .service(billed("events").on(LaunchType.EC2)));
    assertEquals(ReasonCode.ON_SPOT, reason(plan, "events"));
  }

  @Test
  void planBoughtLastWeekIsNotAdvisedAgain() {
    FleetCase made = fleet().holds(plan("COMPUTE_SP", 4 * FARGATE_RATE, 7 * 24, null));
    for (int day = 0; day < 32; day++) {
      boolean before = day < 25;
      made.add(
          new CommitmentUsage(
              PAYER,
              FleetCase.ACCOUNT,
              FleetCase.REGION,
              "FARGATE",
              "USD",
              made.date(day),
              before ? ON_DEMAND : SAVINGS_PLAN,
              Collections.nCopies(24, Math.round(4e10)),
              Collections.nCopies(24, Math.round(before ? 4e10 : 4e10 * FARGATE_RATE))));
    }
    CommitmentAdvice plan = plan(made.service(named("web").hours(h -> 4)));
    assertTrue(
        plan.options().stream().allMatch(option -> option.hourlyCommitment() == 0),
        plan.options()::toString);
  }

  @Test
  void whatExpiresSoonIsShown() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 2)
                .holds(plan("COMPUTE_SP", 1.5, 800, AS_OF.plusDays(60)))
                .holds(plan("COMPUTE_SP", 1, 800, AS_OF.plusDays(200)))
                .service(named("web").hours(h -> 2)));
    assertEquals(2.5, recommended(plan).existingCommitment(), 1e-9);
    assertEquals(1.5, recommended(plan).expiring(), 1e-9);
    assertTrue(
        plan.advice().resources().get(0).proposal().reasonCodes().contains(ReasonCode.EXPIRING));
  }

  @Test
  void realisedRateOfTheBillComesFirst() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 2)
                .uses("FARGATE", SAVINGS_PLAN, h -> 1, 0.77)
                .holds(plan("COMPUTE_SP", 0.77, 800, null))
                .service(named("web").hours(h -> 2)));
    assertEquals(RateSource.ACCOUNT_BILL, recommended(plan).rateSource());
    assertEquals(0.77, recommended(plan).breakEvenUtilization(), 1e-6);
  }

  @Test
  void privatePriceBelowThePlanLeavesNothingToGain() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 2, FARGATE_RATE - 0.01)
                .service(named("web").hours(h -> 2)));
    assertTrue(plan.advice().resources().isEmpty());
  }

  @Test
  void reservationsNeverCoverFargate() {
    CommitmentAdvice plan = plan(fleet().uses("FARGATE", ON_DEMAND, h -> 2));
    assertTrue(
        plan.options().stream().allMatch(option -> option.planType() == PlanType.COMPUTE_SP));
  }

  @Test
  void lastWeeksPeakIsNotCommittedTo() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> h >= 25 * 24 ? 9 : 2)
                .service(named("web").hours(h -> h >= 25 * 24 ? 9 : 2)));
    assertEquals(2 * FARGATE_RATE, recommended(plan).hourlyCommitment(), 0.001);
  }

  @Test
  void lastWeeksFallIsFollowed() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> h >= 25 * 24 ? 2 : 9)
                .service(named("web").hours(h -> h >= 25 * 24 ? 2 : 9)));
    assertEquals(2 * FARGATE_RATE, recommended(plan).hourlyCommitment(), 0.001);
    assertTrue(recommended(plan).regret().share() <= recommended(plan).regret().lastDaysShare());
  }

  @Test
  void ladderAddsUpToTheCommitment() {
    CommitmentOption option =
        recommended(
            plan(fleet().uses("FARGATE", ON_DEMAND, h -> 2).service(named("web").hours(h -> 2))));
    assertEquals(4, option.ladder().size());
    assertEquals(
        option.hourlyCommitment(),
        option.ladder().stream().mapToDouble(part -> part.hourlyCommitment()).sum(),
        1e-9);
  }

  @Test
  void onePerPayerIsRecommended() {
    CommitmentAdvice plan =
        plan(
            fleet()
                .uses("FARGATE", ON_DEMAND, h -> 2)
                .uses("m5", ON_DEMAND, h -> 2)
                .service(named("web").hours(h -> 2)));
    assertTrue(plan.options().size() > 5);
    assertEquals(1, plan.options().stream().filter(CommitmentOption::recommended).count());
    assertEquals(Term.ONE_YEAR, recommended(plan).term());
    assertEquals(PaymentOption.NO_UPFRONT, recommended(plan).paymentOption());
  }

  @Test
  void settingsNameTheirMistake() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new CommitToUsage.Settings(14, 7, 14, "TWO", "NO_UPFRONT", 5, 0.1, 0.5, 90, 4, 0));
    assertEquals("term is out of range: TWO", mistake.getMessage());
  }

  private static double office(int hour) {
    return hour % 24 >= 8 && hour % 24 < 16 && hour / 24 % 7 < 5 ? 3 : 0;
  }

  private static FleetCase.Service billed(String name) {
    return named(name).costs(day -> 5);
  }

  private static Commitment plan(String kind, double hourly, int hours, @Nullable LocalDate end) {
    long committed = Math.round(hourly * hours * 1e10);
    return new Commitment(
        "arn",
        kind,
        PAYER,
        PAYER,
        "",
        "",
        "1yr",
        "No Upfront",
        "USD",
        hourly,
        end,
        committed,
        committed,
        hours);
  }

  private static double rate(String type, String family, String term, String payment) {
    CommitmentRates.Discount discount = RATES.discount(type, family, term, payment, AS_OF);
    assertTrue(discount != null);
    return discount.share();
  }

  private static CommitmentAdvice plan(FleetCase made) {
    return CONTROL.plan(made.build());
  }

  private static CommitmentOption recommended(CommitmentAdvice plan) {
    return plan.options().stream().filter(CommitmentOption::recommended).findFirst().orElseThrow();
  }

  private static CommitmentOption recommendedOrFirst(CommitmentAdvice plan) {
    return plan.options().get(0);
  }

  private static ReasonCode reason(CommitmentAdvice plan, String service) {
    Advice advice = plan.advice().verdicts().get(key(service));
    if (advice instanceof Advice.Change change) {
      return change.proposal().reasonCodes().get(0);
    }
    if (advice instanceof Advice.AsIs asIs) {
      return asIs.reason();
    }
    if (advice instanceof Advice.NotApplicable none) {
      return none.reason();
    }
    return assertInstanceOf(Advice.NoData.class, advice).reasons().get(0);
  }
}
