package ecsadvisor.models.price;

import static ecsadvisor.models.fact.PurchaseOption.NONE;
import static ecsadvisor.models.fact.PurchaseOption.ON_DEMAND;
import static ecsadvisor.models.fact.PurchaseOption.SPOT;
import static ecsadvisor.models.fact.UsageKind.ECS_ON_EC2_MEMORY;
import static ecsadvisor.models.fact.UsageKind.ECS_ON_EC2_VCPU;
import static ecsadvisor.models.fact.UsageKind.FARGATE_MEMORY;
import static ecsadvisor.models.fact.UsageKind.FARGATE_OS_LICENCE;
import static ecsadvisor.models.fact.UsageKind.FARGATE_VCPU;
import static ecsadvisor.models.fixture.ServiceBuilder.AS_OF;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.RateSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final PriceBook BOOK = PriceBook.shipped();

  @Test
  void mixesOnDemandAndSpotByTheirUsage() {
    Rates rates =
        rates(
            service()
                .billed(AS_OF, FARGATE_VCPU, ON_DEMAND, 10, 0.4, 0.4)
                .billed(AS_OF, FARGATE_VCPU, SPOT, 30, 0.4, 1.2)
                .billed(AS_OF, FARGATE_MEMORY, ON_DEMAND, 40, 0.2, 0.2)
                .facts());

    assertEquals(0.8 / 40, rates.vcpuHour(), 1e-12);
    assertEquals(1.6 / 40, rates.listVcpuHour(), 1e-12);
    assertEquals(RateSource.SERVICE_BILL, rates.source());
    assertEquals(
        3 * 730 * (0.5 * 0.02 + 1 * 0.005), rates.monthly(new TaskSize(512, 1024), 3), 1e-9);
  }

  @Test
  void countsTheWindowsLicenceWithTheVcpu() {
    Rates rates =
        rates(
            service()
                .on(Platform.WINDOWS)
                .billed(AS_OF, FARGATE_VCPU, ON_DEMAND, 10, 0.5, 0.5)
                .billed(AS_OF, FARGATE_OS_LICENCE, ON_DEMAND, 10, 0.4, 0.4)
                .billed(AS_OF, FARGATE_MEMORY, ON_DEMAND, 10, 0.1, 0.1)
                .facts());

    assertEquals(0.09, rates.vcpuHour(), 1e-12);
  }

  @Test
  void leavesOutCreditsAndDaysOutsideTheWindow() {
    Rates rates =
        rates(
            service()
                .billed(AS_OF, FARGATE_VCPU, ON_DEMAND, 10, 0.4, 0.4)
                .billed(AS_OF, FARGATE_VCPU, NONE, 0, -0.4, 0)
                .billed(AS_OF.minusDays(32), FARGATE_VCPU, ON_DEMAND, 10, 9, 9)
                .billed(AS_OF, FARGATE_MEMORY, ON_DEMAND, 10, 0.1, 0.1)
                .facts());

    assertEquals(0.04, rates.vcpuHour(), 1e-12);
  }

  @Test
  void takesListPricesFromTheFileWhereTheBillHasNone() {
    Rates rates =
        rates(
            service()
                .billed(AS_OF, FARGATE_VCPU, ON_DEMAND, 10, 0.3, 0)
                .billed(AS_OF, FARGATE_MEMORY, ON_DEMAND, 10, 0.03, 0)
                .facts());

    assertEquals(0.03, rates.vcpuHour(), 1e-12);
    assertEquals(0.04048, rates.listVcpuHour());
  }

  @Test
  void takesThePriceFileWithoutABill() {
    assertEquals(RateSource.PRICE_FILE, rates(service().facts()).source());
  }

  @Test
  void hasNoRatesWhereThePriceFileIsInAnotherCurrency() {
    assertNull(ratesOrNull(service().billedIn("EUR").facts()));
  }

  @Test
  void takesReservedHoursOfSplitCostOnEc2() {
    ServiceFacts service =
        service()
            .billed(AS_OF, ECS_ON_EC2_VCPU, ON_DEMAND, 24, 0.72, 0.9)
            .billed(AS_OF, ECS_ON_EC2_MEMORY, ON_DEMAND, 48, 0.24, 0.3)
            .facts();

    Rates rates =
        Objects.requireNonNull(
            Rates.ofEc2(service.spend(), service.window(), BOOK, "us-east-1", Platform.X86));

    assertEquals(0.03, rates.vcpuHour(), 1e-12);
    assertEquals(0.005, rates.memoryGbHour(), 1e-12);
  }

  private static Rates rates(ServiceFacts service) {
    return Objects.requireNonNull(ratesOrNull(service));
  }

  private static @Nullable Rates ratesOrNull(ServiceFacts service) {
    return Rates.ofFargate(
        service.spend(), service.window(), BOOK, service.key().region(), Platform.X86);
  }
}
