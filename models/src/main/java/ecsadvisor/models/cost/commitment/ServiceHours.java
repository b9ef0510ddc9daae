package ecsadvisor.models.cost.commitment;

import ecsadvisor.models.fact.SpendHours;
import java.util.List;

/**
 * A service's hours on Fargate, as they are and as the other levers would leave them.
 *
 * @param now list price by day and hour
 * @param after the same after the levers
 */
public record ServiceHours(
    String payerAccountId,
    String accountId,
    String region,
    String currency,
    List<SpendHours> now,
    List<SpendHours> after) {
  public ServiceHours {
    now = List.copyOf(now);
    after = List.copyOf(after);
  }
}
