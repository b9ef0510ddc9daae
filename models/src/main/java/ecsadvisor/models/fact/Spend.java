package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * What the bill says of one service over all billing periods that were read.
 *
 * @param currency the bill's currency code
 * @param payerAccountId the account that pays
 * @param tags cost allocation tags of the service's lines by normalised key ({@code user_team})
 * @param lines sums per day and kind of charge, ordered by day
 * @param hours what a commitment could cover, ordered by day and purchase option
 */
public record Spend(
    String currency,
    String payerAccountId,
    List<Tag> tags,
    List<SpendLine> lines,
    List<SpendHours> hours)
    implements Serializable {
  public Spend {
    tags = List.copyOf(tags);
    lines = List.copyOf(lines);
    hours = List.copyOf(hours);
  }
}
