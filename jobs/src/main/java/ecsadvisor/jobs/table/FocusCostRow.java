package ecsadvisor.jobs.table;

import java.time.Instant;

/**
 * A row of cost.csv: what a service was charged on one day, under the column names of FOCUS 1.x so
 * that it can be put under a FOCUS bill. Columns that FOCUS does not know begin with {@code x_}, as
 * it asks.
 */
public record FocusCostRow(
    @ColumnName("BillingAccountId") String billingAccountId,
    @ColumnName("SubAccountId") String subAccountId,
    @ColumnName("RegionId") String regionId,
    @ColumnName("ServiceName") String serviceName,
    @ColumnName("ServiceCategory") String serviceCategory,
    @ColumnName("ResourceId") String resourceId,
    @ColumnName("ResourceName") String resourceName,
    @ColumnName("ResourceType") String resourceType,
    @ColumnName("ChargePeriodStart") Instant chargePeriodStart,
    @ColumnName("ChargePeriodEnd") Instant chargePeriodEnd,
    @ColumnName("BillingPeriodStart") Instant billingPeriodStart,
    @ColumnName("BillingPeriodEnd") Instant billingPeriodEnd,
    @ColumnName("ChargeCategory") String chargeCategory,
    @ColumnName("ChargeClass") String chargeClass,
    @ColumnName("BilledCost") @Decimals(2) double billedCost,
    @ColumnName("EffectiveCost") @Decimals(2) double effectiveCost,
    @ColumnName("ListCost") @Decimals(2) double listCost,
    @ColumnName("BillingCurrency") String billingCurrency,
    @ColumnName("ProviderName") String providerName,
    @ColumnName("Tags") String tags,
    @ColumnName("x_ClusterName") String clusterName,
    @ColumnName("x_Owner") String owner,
    @ColumnName("x_CostCentre") String costCentre) {}
