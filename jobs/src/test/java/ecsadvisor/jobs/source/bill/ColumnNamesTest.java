package ecsadvisor.jobs.source.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  @Test
  void spellingsOfOneColumnAreOne() {
    ColumnNames names =
        new ColumnNames(
            List.of("lineItem/UnblendedCost", "savings_plan_savings_plan_arn", "billedcost"));
    assertTrue(names.has("line_item_unblended_cost"));
    assertTrue(names.has("savings_plan_savings_plan_a_r_n"));
    assertTrue(names.has("BilledCost"));
    assertFalse(names.has("line_item_blended_cost"));
  }

  @Test
  void capitalIIsFoundInTurkish() {
    assertTrue(new ColumnNames(List.of("LINE_ITEM_ID")).has("line_item_id"));
  }

  @Test
  void dialectIsToldByColumns() {
    assertEquals(
        Dialect.CUR_LEGACY, dialect("line_item_line_item_type", "line_item_unblended_cost"));
    assertEquals(
        Dialect.CUR_2_0,
        dialect("line_item_line_item_type", "line_item_unblended_cost", "bill_payer_account_name"));
    assertEquals(
        Dialect.CUR_2_0,
        dialect("line_item_line_item_type", "line_item_unblended_cost", "resource_tags.user_a"));
    assertEquals(Dialect.FOCUS_1_0, dialect("ChargeCategory", "BilledCost", "x_UsageType"));
    assertEquals(Dialect.FOCUS_1_2, dialect("chargecategory", "billedcost", "skumeter"));
    assertNull(dialect("timestamp", "value"));
  }

  @Test
  void tagKeysAreNormalisedAsAwsDoes() {
    assertEquals("user_cost_center", TagSpelling.normalised("user:CostCenter"));
    assertEquals("user_cost_center", TagSpelling.normalised("user:cost-center"));
    assertEquals("aws_ecs_service_name", TagSpelling.normalised("aws:ecs:serviceName"));
    assertTrue(TagSpelling.candidates("user_cost_center").contains("user:CostCenter"));
    assertTrue(TagSpelling.candidates("aws_ecs_service_name").contains("aws:ecs:serviceName"));
  }

  private static @org.jspecify.annotations.Nullable Dialect dialect(String... columns) {
    return Dialect.of(new ColumnNames(List.of(columns)));
  }
}
