package ecsadvisor.models.fact;

import java.util.List;

/**
 * What the bill says of one service over all billing periods that were read.
 *
 * @param currency the bill's currency code
 * @param payerAccountId the account that pays
 * @param tags cost allocation tags of the service's lines by normalised key ({@code user_team})
 * @param lines sums per day and kind of charge, ordered by day
 */
public record Spend(String currency, String payerAccountId, List<Tag> tags, List<SpendLine> lines) {
  public Spend {
    tags = List.copyOf(tags);
    lines = List.copyOf(lines);
  }
}
