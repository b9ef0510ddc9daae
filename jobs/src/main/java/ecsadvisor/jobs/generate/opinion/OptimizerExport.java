package ecsadvisor.jobs.generate.opinion;

import ecsadvisor.jobs.generate.inventory.TaskDefinitions;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/** Compute Optimizer's export for ECS services, without its columns by container. */
final class OptimizerExport {
  static final String[] COLUMNS = {
    "accountId",
    "serviceArn",
    "lookbackPeriodInDays",
    "lastRefreshTimestamp_UTC",
    "launchType",
    "currentPerformanceRisk",
    "currentServiceConfiguration_taskDefinitionArn",
    "currentServiceConfiguration_autoScalingConfiguration",
    "currentServiceConfiguration_memory",
    "currentServiceConfiguration_cpu",
    "finding",
    "findingReasonCodes_isCpuOverprovisioned",
    "findingReasonCodes_isCpuUnderprovisioned",
    "findingReasonCodes_isMemoryOverprovisioned",
    "findingReasonCodes_isMemoryUnderprovisioned",
    "recommendations_count",
    "recommendationOptions_1_memory",
    "recommendationOptions_1_cpu",
    "recommendationOptions_1_savingsOpportunityPercentage",
    "recommendationOptions_1_estimatedMonthlySavings_currency",
    "recommendationOptions_1_estimatedMonthlySavings_value",
    "errorCode",
    "errorMessage",
    "tags",
    "effectiveRecommendationPreferencesSavingsEstimationModeSource",
  };

  /** How old AWS's figures are when they are exported. */
  static final Duration AGE = Duration.ofHours(9);

  private OptimizerExport() {}

  static void write(CSVPrinter printer, Organisation organisation) throws IOException {
    Instant refreshed = organisation.timeline().collectedAt().minus(AGE);
    for (Service service : organisation.services()) {
      AwsView view = AwsView.of(organisation, service);
      if (view != null) {
        row(printer, organisation, service, view, refreshed);
      }
    }
  }

  private static void row(
      CSVPrinter printer,
      Organisation organisation,
      Service service,
      AwsView view,
      Instant refreshed)
      throws IOException {
    double saving = view.change() ? view.saving(organisation, service) : 0;
    double cost = AwsView.monthly(organisation, service, service.cpuUnits(), service.memoryMiB());
    boolean finding = view.error().isEmpty();
    printer.printRecord(
        service.cluster().account().id(),
        service.arn(),
        14,
        refreshed.toString().replace("Z", ".000Z"),
        "Fargate",
        !finding ? "" : view.finding().equals("Underprovisioned") ? "High" : "VeryLow",
        TaskDefinitions.currentArn(service),
        AwsView.scaledOn(service),
        service.memoryMiB(),
        service.cpuUnits(),
        view.finding(),
        flag(finding, view.change() && view.cpuUnits() < service.cpuUnits()),
        flag(finding, view.change() && view.cpuUnits() > service.cpuUnits()),
        flag(finding, view.change() && view.memoryMiB() < service.memoryMiB()),
        flag(finding, view.change() && view.memoryMiB() > service.memoryMiB()),
        view.change() ? 1 : 0,
        view.change() ? view.memoryMiB() : "",
        view.change() ? view.cpuUnits() : "",
        saving > 0 ? String.format(Locale.ROOT, "%.2f", 100 * saving / cost) : "",
        saving > 0 ? "USD" : "",
        saving > 0 ? String.format(Locale.ROOT, "%.2f", saving) : "",
        view.error(),
        finding ? "" : "Not enough metrics in the look-back period.",
        "",
        "PublicPricing");
  }

  private static String flag(boolean known, boolean value) {
    return known ? value ? "TRUE" : "FALSE" : "";
  }
}
