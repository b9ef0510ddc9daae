package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.GUARDDUTY_RUNTIME_VCPU_MONTH;

/**
 * GuardDuty's runtime monitoring, paid by the vCPU-month with tiers of the account and region. A
 * service has its share by vCPU of what the whole account would pay, so that all services together
 * pay exactly that; without the account's vCPU it lies between the last tier and the first.
 *
 * <pre>tier(vCPU-months of the account) x vCPU-months of the service / those of the account</pre>
 */
record RuntimeMonitored() implements FixPricer {
  private static final Range VCPU = new Range(0.25, 1, 4);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "runtime-monitoring", service, prices);
    double tasks = Amounts.tasks(estimate, service);
    Range vcpuMonths = estimate.known("task_vcpu", service.tasks().vcpu(), VCPU).times(tasks);
    Double account = service.account().fargateVcpuMonths();
    if (account != null && account > 0 && vcpuMonths.high() <= account) {
      estimate.given("account_vcpu_months", account);
      estimate.own(
          vcpuMonths.times(estimate.cost(GUARDDUTY_RUNTIME_VCPU_MONTH, account) / account));
    } else {
      double first = estimate.unit(GUARDDUTY_RUNTIME_VCPU_MONTH);
      double last = estimate.last(GUARDDUTY_RUNTIME_VCPU_MONTH);
      estimate.note("account_vcpu_months", "not known: between the last tier and the first");
      estimate.own(
          Range.ascending(
              vcpuMonths.low() * Math.min(first, last),
              vcpuMonths.expected() * first,
              vcpuMonths.high() * first));
    }
    estimate.note("agent", "a sidecar in the task's own CPU and memory");
    return estimate.made("tiers of vCPU-months, by share of the account's vCPU", Effort.SMALL);
  }
}
