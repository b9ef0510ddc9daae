package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.ListenerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The listeners that forward to a service. */
final class Listeners {
  private static final String KIND = "elbv2-listener";
  private static final String CALL = "aws elbv2 describe-listeners";

  private Listeners() {}

  /** The answer where a listener may forward that nobody read; null where there is no other. */
  static @Nullable CheckResult unread(SecurityFacts service) {
    EntrySecurity entry = service.security().entry();
    CheckResult stale =
        Freshness.stale(
            service, entry.listeners().stream().map(ListenerSecurity::collectedAt), KIND, CALL);
    CheckResult listeners = stale != null ? stale : Freshness.unread(service, KIND, CALL);
    return listeners != null
        ? listeners
        : Freshness.unread(service, "elbv2-rule", "aws elbv2 describe-rules");
  }

  /** What a person needs to find a listener. */
  static Stream<Evidence> evidence(ListenerSecurity listener) {
    Stream<Evidence> place =
        Stream.of(
            new Evidence("listener", listener.arn()), new Evidence("listens", listener.address()));
    return listener.sslPolicy().isEmpty()
        ? place
        : Stream.concat(place, Stream.of(new Evidence("sslPolicy", listener.sslPolicy())));
  }
}
