package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What people state of a service, or of everything.
 *
 * @param all the statements, in the order in which they were given
 */
public record Attestations(List<Attestation> all) implements Serializable {
  /** Nobody states anything. */
  public static final Attestations NONE = new Attestations(List.of());

  public Attestations {
    all = List.copyOf(all);
  }

  /** Those whose scope covers a service, expired ones included. */
  public Attestations of(ServiceKey key) {
    AttestationScope service = new AttestationScope(key);
    List<Attestation> covering = new ArrayList<>();
    for (Attestation one : all) {
      if (service.isIn(one.scope())) {
        covering.add(one);
      }
    }
    return covering.size() == all.size() ? this : new Attestations(covering);
  }

  /** Those of a control, in order. */
  public List<Attestation> ofControl(String control) {
    return all.stream().filter(one -> one.control().equals(control)).toList();
  }
}
