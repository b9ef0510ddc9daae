package ecsadvisor.models.security.fix;

import static ecsadvisor.models.security.fix.FixFactsBuilder.PRICES;
import static ecsadvisor.models.security.fix.FixFactsBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PricedFixesTest {
  private static FixFacts.Account account(double vcpuMonths, boolean hasWebAcl) {
    return new FixFacts.Account(vcpuMonths, 2e6, 10.0, 50_000.0, 20_000.0, hasWebAcl);
  }

  @Test
  void insightsCostTheCheaperKindForTheWholeCluster() {
    FixCost fix = service().cluster(1, 1).fix("container-insights");
    double logs = 0.13 * 0.5;

    assertEquals(0.30 * (8 + 17) + logs, fix.expectedMonthly(), 1e-9);
    assertEquals("cluster/111122223333/us-east-1/main", fix.sharedWith());
  }

  @Test
  void enhancedInsightsCostTheirMetrics() {
    FixCost fix = service().cluster(1, 1).fix("container-insights");

    assertEquals(0.07 * (23 + 157) + 0.4 * 0.5, fix.highMonthly(), 1e-9);
  }

  @Test
  void secretsAreFreeInParametersAndCostMostInSecretsManager() {
    FixCost fix = service().tasks(1).secrets(3).starts(10_000).fix("no-secret-variable-names");

    assertEquals(0, fix.expectedMonthly());
    assertEquals(0.40 * 3 + 0.05 * 3, fix.highMonthly(), 1e-9);
  }

  @Test
  void logsCostWhatTheyTakeInAndKeep() {
    FixCost fix = service().tasks(1).logs(100, 0).fix("containers-log");

    assertEquals(0.50 * 100 + 0.03 * 100, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void retentionSavesWhatIsOlder() {
    FixCost fix = service().logs(10, 500).fix("log-retention-set");

    assertEquals(0.03 * (500 - 3 * 10), fix.savesMonthly(), 1e-9);
    assertEquals(0, fix.highMonthly());
  }

  @Test
  void retentionOfUnknownLogsPromisesNothing() {
    assertEquals(0, service().fix("log-retention-set").savesMonthly());
  }

  @Test
  void theFirstTrailIsFree() {
    FixCost fix = service().account(account(0, true)).fix("trail-records");

    assertEquals(0, fix.expectedMonthly());
    assertEquals(2.00 * 20, fix.highMonthly(), 1e-9);
  }

  @Test
  void aDetectorCostsItsEventsAndData() {
    FixCost fix = service().account(account(0, true)).fix("threat-detection");

    assertEquals(4.00 * 2 + 1.00 * 10, fix.expectedMonthly(), 1e-9);
    assertEquals(fix.lowMonthly(), fix.highMonthly(), 1e-9);
  }

  @Test
  void runtimeMonitoringCostsTheServicesShareOfTheAccountsTiers() {
    FixCost fix =
        service().tasks(100).vcpu(2).account(account(1000, true)).fix("runtime-monitoring");

    assertEquals((500 * 1.50 + 500 * 0.75) * 200 / 1000, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void withoutTheAccountsVcpuItLiesBetweenTheTiers() {
    FixCost fix = service().tasks(100).vcpu(2).fix("runtime-monitoring");

    assertEquals(200 * 0.25, fix.lowMonthly(), 1e-9);
    assertEquals(200 * 1.50, fix.highMonthly(), 1e-9);
  }

  @Test
  void smallerTasksAreMonitoredForLess() {
    assertEquals(
        100 * 0.75 + 50 * 1.50, RuntimeSaving.monthly(PRICES, "us-east-1", 600, 150 * 730), 1e-9);
    assertEquals(0, RuntimeSaving.monthly(PRICES, "us-east-1", 0, 150 * 730));
    assertEquals(0, RuntimeSaving.monthly(PRICES, "us-east-1", 600, -730));
  }

  @Test
  void aWebAclCostsItsRulesAndRequests() {
    FixCost fix = service().balancer("lb", 10e6).account(account(0, false)).fix("web-acl-attached");

    assertEquals(5 + 3 + 0.60 * 10, fix.expectedMonthly(), 1e-9);
    assertEquals("load-balancer/lb", fix.sharedWith());
  }

  @Test
  void aWebAclToShareCostsItsRequestsOnly() {
    FixCost fix = service().balancer("lb", 10e6).account(account(0, true)).fix("web-acl-attached");

    assertEquals(0.60 * 10, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void aBackupCostsItsSize() {
    FixCost fix = service().efs(100).fix("volumes-backed-up");

    assertEquals(100 * 0.05, fix.lowMonthly(), 1e-9);
    assertEquals(100 * 0.05 * 1.3, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void aSecondTaskCostsWhatTheFirstDoes() {
    FixCost fix = service().tasks(1).hourCost(0.04, "EUR").fix("several-tasks");

    assertEquals(0.04 * 730, fix.expectedMonthly(), 1e-9);
    assertEquals("EUR", fix.currency());
  }

  @Test
  void aSecondTaskOfUnknownPriceIsNotFree() {
    assertFalse(service().tasks(1).fix("several-tasks").bounded());
  }

  @Test
  void aTaskOnDemandCostsTheDifference() {
    FixCost fix = service().hourCost(0.01, "USD").onDemand(0.04).fix("not-only-spot");

    assertEquals(0.03 * 730, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void recordedItemsOfTheAccountAreShared() {
    FixCost fix = service().account(account(0, true)).fix("config-records");

    assertEquals(0.003 * 50_000, fix.expectedMonthly(), 1e-9);
    assertTrue(fix.shared());
  }

  @Test
  void taskStartsMakeItems() {
    FixCost fix = service().tasks(1).starts(100).fix("config-records");

    assertEquals(0.003 * 100 * 4, fix.expectedMonthly(), 1e-9);
    assertFalse(fix.shared());
  }

  @Test
  void checksOfSecurityHubCostEach() {
    assertEquals(
        0.001 * 20_000,
        service().account(account(0, true)).fix("security-hub-enabled").expectedMonthly(),
        1e-9);
  }

  @Test
  void basicScanningIsFree() {
    FixCost fix = service().fix("images-scanned");

    assertEquals(0, fix.expectedMonthly());
    assertTrue(fix.highMonthly() > 0);
  }

  @Test
  void aKeyCostsADollarAndItsUse() {
    assertEquals(1.00 + 0.03, service().fix("customer-keys").expectedMonthly(), 1e-9);
    assertEquals(0, service().fix("volumes-encrypted").expectedMonthly());
  }

  @Test
  void alarmsCostTenCentsEach() {
    assertEquals(0.10, service().fix("alarms-watch").lowMonthly(), 1e-9);
  }

  @Test
  void aListenerWithTlsCostsNothing() {
    assertEquals(0, service().fix("listeners-encrypted").highMonthly());
  }
}
