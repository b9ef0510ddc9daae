package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.AdviceRows;
import ecsadvisor.jobs.table.CohRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.TableColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohRowsTest {

  private static List<String> actions(RecommendationRow... rows) {
    return CohRows.of(List.of(rows)).stream().map(CohRow::actionType).toList();
  }

  @Test
  void columnsAreThoseOfAwsInItsOrder() {
    assertEquals(
        List.of(
            "account_id",
            "account_name",
            "action_type",
            "currency_code",
            "current_resource_details",
            "current_resource_summary",
            "current_resource_type",
            "estimated_monthly_cost_after_discount",
            "estimated_monthly_cost_before_discount",
            "estimated_monthly_savings_after_discount",
            "estimated_monthly_savings_before_discount",
            "estimated_savings_percentage_after_discount",
            "estimated_savings_percentage_before_discount",
            "implementation_effort",
            "last_refresh_timestamp",
            "recommendation_id",
            "recommendation_lookback_period_in_days",
            "recommendation_source",
            "recommended_resource_details",
            "recommended_resource_summary",
            "recommended_resource_type",
            "region",
            "resource_arn",
            "restart_needed",
            "rollback_possible",
            "tags"),
        TableColumns.of(CohRow.class).names());
  }

  @Test
  void theyAreTheFirstColumnsOfRecommendations() {
    assertEquals(
        TableColumns.of(CohRow.class).names(),
        TableColumns.of(RecommendationRow.class).names().subList(0, 26));
  }

  @Test
  void whatTheHubHasWordsForIsListed() {
    assertEquals(
        List.of("Rightsize", "MigrateToGraviton"),
        actions(
            AdviceRows.rightsize("c", "web", 512, 1024, 100),
            AdviceRows.action("MigrateToGraviton", "MigrateToArm", "c", "web", 20)));
  }

  @Test
  void actionsAndResourcesThatItDoesNotKnowAreLeftOut() {
    assertEquals(
        List.of(),
        actions(
            AdviceRows.action("", "MigrateToFargateSpot", "c", "web", 20),
            AdviceRows.shared(
                "Delete", "DeleteIdleLoadBalancer", "LoadBalancer", "arn:lb", "c", 16)));
  }

  @Test
  void adviceThatSavesNothingIsLeftOut() {
    assertEquals(
        List.of(),
        actions(
            AdviceRows.action("Rightsize", "Upsize", "c", "web", -108),
            AdviceRows.rightsize("c", "web", 512, 1024, 0)));
  }
}
