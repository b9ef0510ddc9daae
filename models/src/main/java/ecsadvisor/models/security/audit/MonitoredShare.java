package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.Map;

/**
 * How much of an account's and region's Fargate the bill shows as watched by GuardDuty.
 *
 * <pre>
 * share = monitored vCPU-months x 730 / vCPU-hours of Fargate on the same days
 * 0.95 and above: every service is watched; nothing monitored beside other lines of GuardDuty:
 * none is; between: some are, and the bill does not say which.
 * </pre>
 */
final class MonitoredShare {
  private static final double NEARLY_ALL = 0.95;

  private MonitoredShare() {}

  /**
   * The bill's answer.
   *
   * @param unread what is said where the bill does not tell
   */
  static CheckResult judge(BillEvidence bill, CheckResult unread) {
    if (!bill.usable() || bill.fargateVcpuHours() <= 0) {
      return unread;
    }
    double vcpuMonths = 0;
    boolean runs = false;
    for (Map.Entry<String, Double> meter : bill.meters().entrySet()) {
      boolean own = meter.getKey().startsWith("AmazonGuardDuty/") && meter.getValue() > 0;
      runs |= own;
      if (own && meter.getKey().endsWith("FargatevCPUMonitored")) {
        vcpuMonths += meter.getValue();
      }
    }
    double share = vcpuMonths * Rates.HOURS_PER_MONTH / bill.fargateVcpuHours();
    Evidence shown = new Evidence("monitored_share_of_fargate_vcpu", BillShows.figure(share));
    if (share >= NEARLY_ALL) {
      return CheckResult.pass(shown).because(CheckReason.BILL_PRESENT).on(CheckResult.Basis.BILL);
    }
    if (!runs) {
      return unread.because(CheckReason.BILL_ABSENT_INCONCLUSIVE);
    }
    return vcpuMonths > 0
        ? new CheckResult(
            unread.verdict(),
            CheckResult.Basis.BILL,
            false,
            List.of(CheckReason.BILL_PARTIAL),
            List.of(shown),
            unread.missing())
        : CheckResult.fail(CheckReason.BILL_ABSENT, shown).on(CheckResult.Basis.BILL);
  }
}
