package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import java.util.List;

/** A service that advice about something shared leaves as it is. */
final class UnchangedService {
  private UnchangedService() {}

  /** The facts that a fleet's view of a service still has: no telemetry, no single charges. */
  static ServiceFacts of(FleetService service, Window window) {
    Spend spend =
        service.currency().isEmpty()
            ? null
            : new Spend(
                service.currency(),
                service.payerAccountId(),
                List.of(),
                List.of(),
                service.hoursAfter());
    return new ServiceFacts(
        service.key(),
        window,
        service.profile(),
        service.owner(),
        service.environment(),
        service.config(),
        spend,
        Usage.NONE,
        service.requests());
  }
}
