package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.AccountFacts.AnomalyMonitor;
import ecsadvisor.models.fact.AccountFacts.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryAccountsTest {
  private static AccountFacts only(InventoryItem... items) {
    List<AccountFacts> accounts = assemble(items).accounts();
    assertEquals(1, accounts.size());
    assertEquals(ACCOUNT, accounts.get(0).accountId());
    return accounts.get(0);
  }

  private static InventoryItem budget(String name, String fields) {
    return item("budgets-budget", name, "{'BudgetName':'%s',%s}".formatted(name, fields));
  }

  private static InventoryItem monitor(String arn, String fields) {
    return item("ce-anomaly-monitor", arn, "{'MonitorArn':'%s',%s}".formatted(arn, fields));
  }

  private static InventoryItem subscription(String name, String monitors, String subscribers) {
    return item(
        "ce-anomaly-subscription",
        name,
        "{'MonitorArnList':[%s],'Subscribers':[%s]}".formatted(monitors, subscribers));
  }

  private static InventoryItem tag(String key, String status) {
    return item(
        "ce-cost-allocation-tag", key, "{'TagKey':'%s','Status':'%s'}".formatted(key, status));
  }

  @Test
  void budgetsAreThereWithTheirMonthlyLimit() {
    AccountFacts facts =
        only(
            budget(
                "b",
                "'BudgetType':'COST','TimeUnit':'ANNUALLY','BudgetLimit':{'Amount':'1200.5',"
                    + "'Unit':'USD'},'Notifications':[{},{}]"),
            budget(
                "a",
                "'BudgetType':'USAGE','TimeUnit':'MONTHLY','BudgetLimit':{'Amount':'7',"
                    + "'Unit':'GB'},'Notifications':[]"),
            complete("budgets-budget"));
    assertEquals(
        List.of(new Budget("a", "USAGE", 0, 0), new Budget("b", "COST", 1200.5 / 12, 2)),
        facts.budgets());
    assertTrue(facts.budgetsKnown());
  }

  @Test
  void accountWithoutBudgetsHasNone() {
    AccountFacts facts = only(service(""), complete("budgets-budget"));
    assertEquals(List.of(), facts.budgets());
    assertTrue(facts.budgetsKnown());
  }

  @Test
  void budgetsAreNotKnownWithoutManifestOrNotifications() {
    assertFalse(only(service("")).budgetsKnown());
    assertFalse(
        only(budget("b", "'BudgetType':'COST'"), complete("budgets-budget")).budgetsKnown());
  }

  @Test
  void hostileLimitIsNone() {
    for (String amount : List.of("'1e400'", "-5", "'NaN'", "[]", "'9.9.9'")) {
      assertEquals(
          0,
          only(budget("b", "'BudgetType':'COST','BudgetLimit':{'Amount':" + amount + "}"))
              .budgets()
              .get(0)
              .monthlyLimit(),
          amount);
    }
  }

  @Test
  void monitorsCountThoseWhoAccepted() {
    AccountFacts facts =
        only(
            monitor(
                "arn:m",
                "'MonitorName':'m','MonitorType':'DIMENSIONAL','MonitorDimension':'SERVICE'"),
            monitor("arn:n", "'MonitorName':'n','MonitorType':'CUSTOM'"),
            subscription(
                "s",
                "'arn:m'",
                "{'Address':'a','Type':'EMAIL','Status':'CONFIRMED'},"
                    + "{'Address':'b','Type':'EMAIL','Status':'DECLINED'},{'Address':'c'}"),
            subscription(
                "t",
                "'arn:m','arn:gone'",
                "{'Address':'a','Type':'EMAIL','Status':'CONFIRMED'},"
                    + "{'Address':'d','Type':'SNS','Status':'CONFIRMED'}"),
            complete("ce-anomaly-monitor", "ce-anomaly-subscription"));
    assertEquals(
        List.of(new AnomalyMonitor("m", "SERVICE", 2), new AnomalyMonitor("n", "", 0)),
        facts.anomalyMonitors());
    assertTrue(facts.anomalyMonitorsKnown());
  }

  @Test
  void monitorsAreNotKnownWithoutTheirSubscriptions() {
    assertFalse(only(complete("ce-anomaly-monitor")).anomalyMonitorsKnown());
    assertTrue(
        only(complete("ce-anomaly-monitor", "ce-anomaly-subscription")).anomalyMonitorsKnown());
  }

  @Test
  void tagsAreThoseThatAreActive() {
    AccountFacts facts =
        only(
            tag("team", "Active"),
            tag("aws:ecs:serviceName", "Active"),
            tag("old", "Inactive"),
            complete("ce-cost-allocation-tag"));
    assertEquals(List.of("aws:ecs:serviceName", "team"), facts.costAllocationTags());
    assertTrue(facts.costAllocationTagsKnown());
    assertFalse(only(tag("team", "Active")).costAllocationTagsKnown());
  }

  @Test
  void anyRegionOfTheAccountTellsForTheWholeOfIt() {
    InventoryItem elsewhere =
        new InventoryItem(
            "manifest",
            ACCOUNT,
            "us-east-1",
            Items.TIME,
            "m",
            InventoryItem.Origin.API,
            "{\"kinds\":[\"budgets-budget\"],\"complete\":true}");
    assertTrue(only(service(""), elsewhere).budgetsKnown());
  }

  @Test
  void factsStayWithTheAccountThatHasThem() {
    InventoryItem member =
        new InventoryItem(
            "ecs-cluster",
            "444455556666",
            "us-east-1",
            Items.TIME,
            "arn:aws:ecs:us-east-1:444455556666:cluster/d",
            InventoryItem.Origin.API,
            "{}");
    List<AccountFacts> accounts =
        assemble(
                member,
                budget("b", "'BudgetType':'COST','Notifications':[]"),
                complete("budgets-budget"))
            .accounts();
    assertEquals(
        List.of(ACCOUNT, "444455556666"), accounts.stream().map(AccountFacts::accountId).toList());
    assertEquals(1, accounts.get(0).budgets().size());
    assertEquals(0, accounts.get(1).budgets().size());
    assertFalse(accounts.get(1).budgetsKnown());
  }
}
