package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that is known of one service of the inventory when its security is judged.
 *
 * @param key which service
 * @param owner the owner from the configured tags; empty where no tag says
 * @param environment the environment tag's value; empty likewise
 * @param ownerTags keys of the tags that name an owner; the first that something has wins
 * @param asOf the day on which it is judged
 * @param config the inventory's view
 * @param security the inventory's view of its security
 * @param attestations what people state
 * @param bill what the bill shows of the account and region
 */
public record SecurityFacts(
    ServiceKey key,
    String owner,
    String environment,
    List<String> ownerTags,
    LocalDate asOf,
    ServiceConfig config,
    ServiceSecurity security,
    Attestations attestations,
    BillEvidence bill)
    implements Serializable {
  public SecurityFacts {
    ownerTags = List.copyOf(ownerTags);
  }
}
