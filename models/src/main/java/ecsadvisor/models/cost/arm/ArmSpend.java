package ecsadvisor.models.cost.arm;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.UsageKind;

/**
 * A service as it would be had it always run on ARM: its definition, and the lines of its bill at
 * ARM's prices, so that later controls price it right. What commitments could cover of it is left
 * as it was.
 */
public final class ArmSpend {
  private ArmSpend() {}

  /** The service on ARM. */
  public static ServiceFacts moved(
      ServiceFacts service, ServiceConfig config, TaskDefinition definition, ArmPrice price) {
    Spend spend = service.spend();
    Spend repriced =
        spend == null
            ? null
            : new Spend(
                spend.currency(),
                spend.payerAccountId(),
                spend.tags(),
                spend.lines().stream().map(line -> repriced(line, price)).toList(),
                spend.hours());
    return new ServiceFacts(
        service.key(),
        service.window(),
        service.profile(),
        service.owner(),
        service.environment(),
        config.withPrimaryTaskDefinition(definition.withPlatform(Platform.ARM)),
        repriced,
        service.usage(),
        service.requests());
  }

  private static SpendLine repriced(SpendLine line, ArmPrice price) {
    UsageKind kind = line.usageKind();
    if (kind != UsageKind.FARGATE_VCPU && kind != UsageKind.FARGATE_MEMORY) {
      return line;
    }
    if (line.platform() == Platform.ARM) {
      return line;
    }
    double factor = kind == UsageKind.FARGATE_VCPU ? price.vcpuFactor() : price.memoryFactor();
    return new SpendLine(
        line.billingPeriod(),
        line.day(),
        line.chargeType(),
        line.attribution(),
        kind,
        Platform.ARM,
        line.purchaseOption(),
        line.lines(),
        line.usageAmount(),
        Math.round(line.billed() * factor),
        Math.round(line.effective() * factor),
        Math.round(line.netEffective() * factor),
        Math.round(line.list() * factor),
        line.unused(),
        line.reservedUsage(),
        line.actualUsage());
  }
}
