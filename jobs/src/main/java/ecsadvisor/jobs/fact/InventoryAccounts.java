package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.AccountFacts.AnomalyMonitor;
import ecsadvisor.models.fact.AccountFacts.Budget;
import ecsadvisor.models.price.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the costs of each account are watched. Facts stay with the account that has them, although
 * what a management account watches may cover its member accounts as well.
 */
final class InventoryAccounts {
  private static final double MONTHS_PER_QUARTER = 3;
  private static final double MONTHS_PER_YEAR = 12;
  private static final double DAYS_PER_MONTH = Rates.HOURS_PER_MONTH / 24;

  private final InventoryManifests manifests;
  private final Set<String> accounts = new TreeSet<>();
  private final Map<String, List<JsonNode>> budgets;
  private final Map<String, List<JsonNode>> monitors;
  private final Map<String, List<JsonNode>> tags;
  private final Map<String, Set<List<String>>> subscribers = new HashMap<>();

  InventoryAccounts(
      List<InventoryItem> items, InventoryBodies bodies, InventoryManifests manifests) {
    this.manifests = manifests;
    for (InventoryItem item : items) {
      if (!item.accountId().isEmpty()) {
        accounts.add(item.accountId());
      }
    }
    budgets = byAccount(bodies, "budgets-budget", "budgetName");
    monitors = byAccount(bodies, "ce-anomaly-monitor", "monitorArn");
    tags = byAccount(bodies, "ce-cost-allocation-tag", "tagKey");
    for (InventoryBodies.Body body : bodies.of("ce-anomaly-subscription")) {
      addSubscribers(body.json());
    }
  }

  /** The newest of each, in whatever region it was read. */
  private static Map<String, List<JsonNode>> byAccount(
      InventoryBodies bodies, String kind, String identity) {
    Map<String, List<JsonNode>> byAccount = new HashMap<>();
    bodies
        .newest(kind, body -> body.item().accountId() + "|" + text(body.json(), identity))
        .values()
        .forEach(
            body ->
                byAccount
                    .computeIfAbsent(body.item().accountId(), key -> new ArrayList<>())
                    .add(body.json()));
    return byAccount;
  }

  /** Only those who accepted are told; one person told twice by a monitor counts once. */
  private void addSubscribers(JsonNode subscription) {
    for (JsonNode monitor : field(subscription, "monitorArnList")) {
      for (JsonNode subscriber : field(subscription, "subscribers")) {
        if (text(subscriber, "status").equals("CONFIRMED")) {
          subscribers
              .computeIfAbsent(monitor.asText(), arn -> new HashSet<>())
              .add(List.of(text(subscriber, "type"), text(subscriber, "address")));
        }
      }
    }
  }

  /** All accounts of the inventory, ordered by id. */
  List<AccountFacts> all() {
    return accounts.stream().map(this::facts).toList();
  }

  private AccountFacts facts(String account) {
    List<JsonNode> ofBudgets = budgets.getOrDefault(account, List.of());
    boolean told = ofBudgets.stream().allMatch(budget -> field(budget, "notifications").isArray());
    return new AccountFacts(
        account,
        ofBudgets.stream()
            .map(InventoryAccounts::budget)
            .sorted(Comparator.comparing(Budget::name))
            .toList(),
        told && manifests.completeSomewhere(account, "budgets-budget"),
        monitors.getOrDefault(account, List.of()).stream()
            .map(this::monitor)
            .sorted(
                Comparator.comparing(AnomalyMonitor::name)
                    .thenComparing(AnomalyMonitor::dimension)
                    .thenComparing(AnomalyMonitor::subscribers))
            .toList(),
        manifests.completeSomewhere(account, "ce-anomaly-monitor")
            && manifests.completeSomewhere(account, "ce-anomaly-subscription"),
        tags.getOrDefault(account, List.of()).stream()
            .filter(tag -> text(tag, "status").equals("Active"))
            .map(tag -> text(tag, "tagKey"))
            .filter(key -> !key.isEmpty())
            .distinct()
            .sorted()
            .toList(),
        manifests.completeSomewhere(account, "ce-cost-allocation-tag"));
  }

  private static Budget budget(JsonNode body) {
    String type = text(body, "budgetType");
    double amount = InventoryNumbers.decimal(field(field(body, "budgetLimit"), "amount"));
    double monthly =
        switch (text(body, "timeUnit")) {
          case "DAILY" -> amount * DAYS_PER_MONTH;
          case "QUARTERLY" -> amount / MONTHS_PER_QUARTER;
          case "ANNUALLY" -> amount / MONTHS_PER_YEAR;
          default -> amount;
        };
    return new Budget(
        text(body, "budgetName"),
        type,
        type.equals("COST") ? monthly : 0,
        field(body, "notifications").size());
  }

  private AnomalyMonitor monitor(JsonNode body) {
    return new AnomalyMonitor(
        text(body, "monitorName"),
        text(body, "monitorDimension"),
        subscribers.getOrDefault(text(body, "monitorArn"), Set.of()).size());
  }
}
