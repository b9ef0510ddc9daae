package ecsadvisor.jobs.fact;

import ecsadvisor.models.fact.Attribution;
import java.math.BigDecimal;

/**
 * What one service, one cluster or the rest carries of one kind of charge in one month.
 *
 * <p>Costs are exact, in currency units with ten decimals. An overlay entry divides cost among
 * tasks that instances' entries carry already: leave it out of every total of cost.
 *
 * @param billingPeriod the bill's month, {@code yyyy-MM}
 * @param payerAccountId the account that pays
 * @param accountId the account that used
 * @param chargeType the line item type
 * @param currency the currency's code
 * @param region the region; empty where the lines name none
 * @param clusterName the cluster; empty where not known
 * @param serviceName the service; empty where not known
 * @param attribution how the lines were placed
 * @param overlay whether these are split cost rows
 * @param lines number of lines of the bill
 * @param billed what adds up to the bill
 * @param effective amortized cost
 * @param netEffective amortized cost net of discounts
 * @param list cost at list prices
 * @param unused share of unused capacity, for overlay entries
 */
public record LedgerEntry(
    String billingPeriod,
    String payerAccountId,
    String accountId,
    String chargeType,
    String currency,
    String region,
    String clusterName,
    String serviceName,
    Attribution attribution,
    boolean overlay,
    long lines,
    BigDecimal billed,
    BigDecimal effective,
    BigDecimal netEffective,
    BigDecimal list,
    BigDecimal unused) {}
