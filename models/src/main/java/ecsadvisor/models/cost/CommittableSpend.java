package ecsadvisor.models.cost;

import ecsadvisor.models.cost.commitment.PayerUsage;
import ecsadvisor.models.cost.commitment.ResidualSpend;
import ecsadvisor.models.cost.commitment.ServiceHours;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.UsageKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fleet's spend that a further commitment could cover. */
final class CommittableSpend {
  private CommittableSpend() {}

  static List<PayerUsage> of(Fleet fleet, Map<String, Double> ec2FactorByFamily) {
    List<ServiceHours> hours = new ArrayList<>();
    for (FleetService service : fleet.services()) {
      if (!service.hoursNow().isEmpty() || !service.hoursAfter().isEmpty()) {
        hours.add(
            new ServiceHours(
                service.payerAccountId(),
                service.key().accountId(),
                service.key().region(),
                service.currency(),
                service.hoursNow(),
                service.hoursAfter()));
      }
    }
    return new ResidualSpend(
            fleet.window(), fleet.commitments(), hours, ec2FactorByFamily, ownEc2Shares(fleet))
        .of(fleet.commitmentUsage());
  }

  /** The family of an instance type: what is before the dot. */
  static String family(String instanceType) {
    int dot = instanceType.indexOf('.');
    return dot < 0 ? instanceType : instanceType.substring(0, dot);
  }

  /**
   * Share of each family's usage on demand that the clusters' instances of the inventory have, over
   * the whole bill, by {@code account/region/family}.
   */
  private static Map<String, Double> ownEc2Shares(Fleet fleet) {
    Map<String, String> placeOfInstance = new HashMap<>();
    for (ClusterFacts cluster : fleet.clusters()) {
      for (ContainerInstance instance : cluster.instances()) {
        placeOfInstance.put(
            instance.instanceId(),
            cluster.accountId() + "/" + cluster.region() + "/" + family(instance.instanceType()));
      }
    }
    Map<String, Double> own = new HashMap<>();
    for (ResourceSpend resource : fleet.resources()) {
      String id = resource.resourceId().substring(resource.resourceId().lastIndexOf('/') + 1);
      String place = placeOfInstance.get(id);
      if (place != null
          && resource.usageKind() == UsageKind.EC2_INSTANCE
          && resource.purchaseOption() == PurchaseOption.ON_DEMAND) {
        own.merge(place, (double) resource.list(), Double::sum);
      }
    }
    Map<String, Double> all = new HashMap<>();
    for (CommitmentUsage usage : fleet.commitmentUsage()) {
      if (usage.purchaseOption() == PurchaseOption.ON_DEMAND) {
        String place = usage.accountId() + "/" + usage.region() + "/" + usage.family();
        double list = 0;
        for (long hour : usage.list()) {
          list += hour;
        }
        all.merge(place, list, Double::sum);
      }
    }
    Map<String, Double> shares = new HashMap<>();
    own.forEach(
        (place, list) -> {
          double total = all.getOrDefault(place, 0.0);
          if (total > 0) {
            shares.put(place, Math.min(1, list / total));
          }
        });
    return shares;
  }
}
