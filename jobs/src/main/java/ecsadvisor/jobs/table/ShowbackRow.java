package ecsadvisor.jobs.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of showback.csv: what one owner and cost centre have cost and could save. */
public record ShowbackRow(
    String owner,
    String costCentre,
    String allocation,
    String currency,
    int services,
    BigDecimal billedCost,
    BigDecimal effectiveCost,
    BigDecimal listCost,
    @Decimals(4) @Nullable Double share,
    BigDecimal monthlyCost,
    BigDecimal monthlySavings) {}
