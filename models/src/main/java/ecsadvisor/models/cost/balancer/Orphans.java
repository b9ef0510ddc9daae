package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fact.EbsVolume;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.ResourceBill;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Target groups and volumes that nothing refers to any more. */
public final class Orphans {
  /** An inventory is one look. */
  private static final Confidence SNAPSHOT = new Confidence(1, 1, 1);

  private final Fleet fleet;
  private final ResourceBill bill;
  private final ShareLoadBalancers.Settings settings;

  public Orphans(Fleet fleet, ResourceBill bill, ShareLoadBalancers.Settings settings) {
    this.fleet = fleet;
    this.bill = bill;
    this.settings = settings;
  }

  /**
   * Target groups that no load balancer forwards to and no service is registered with. They cost
   * nothing, but count against a quota and hide what is in use. Where a deployment controller swaps
   * target groups, an unused one may be its spare, so those accounts and regions are left alone.
   */
  public List<ResourceAdvice> targetGroups(SharedBalancers balancers) {
    Set<String> swapped = new HashSet<>();
    for (FleetService service : fleet.services()) {
      ServiceConfig config = service.config();
      if (config != null && !config.layout().deploymentController().equals("ECS")) {
        swapped.add(service.key().accountId() + "/" + service.key().region());
      }
    }
    return fleet.targetGroups().stream()
        .filter(group -> group.loadBalancerArns().isEmpty())
        .filter(group -> !balancers.isRegistered(group.arn()))
        .filter(group -> isWholeKnown(Names.part(group.arn(), 4), Names.part(group.arn(), 3)))
        .filter(
            group ->
                !swapped.contains(Names.part(group.arn(), 4) + "/" + Names.part(group.arn(), 3)))
        .sorted(Comparator.comparing(TargetGroup::arn))
        .map(Orphans::targetGroup)
        .toList();
  }

  private boolean isWholeKnown(String accountId, String region) {
    return fleet.isComplete(accountId, region, "ecs-service")
        && fleet.isComplete(accountId, region, "elbv2-target-group");
  }

  private static ResourceAdvice targetGroup(TargetGroup group) {
    String name = Names.targetGroup(group.arn());
    return new ResourceAdvice(
        Names.part(group.arn(), 4),
        Names.part(group.arn(), 3),
        "",
        "TargetGroup",
        name,
        group.arn(),
        "USD",
        "",
        "",
        "",
        List.of(),
        delete(
            "DeleteOrphanTargetGroup",
            "target group " + name,
            new Step.Delete("TARGET_GROUP", group.arn(), name)),
        Saving.NONE,
        SNAPSHOT,
        List.of(
            new Evidence("target_group", name),
            new Evidence("load_balancers", "0"),
            new Evidence("services", "0"),
            new Evidence("cost", "none: a target group is free")));
  }

  /**
   * EBS volumes that nothing has attached. The inventory does not say since when, so their age is
   * what is asked for. A snapshot is made first; its cost is subtracted as if the volume were full.
   */
  public List<ResourceAdvice> volumes() {
    Instant before =
        fleet
            .window()
            .asOf()
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .minus(Duration.ofDays(settings.unattachedDays()));
    List<ResourceAdvice> advice = new ArrayList<>();
    fleet.volumes().stream()
        .filter(volume -> !volume.attached())
        .filter(volume -> isBefore(volume.createdAt(), before))
        .sorted(
            Comparator.comparing(EbsVolume::accountId)
                .thenComparing(EbsVolume::region)
                .thenComparing(EbsVolume::volumeId))
        .forEach(volume -> advice.add(volume(volume)));
    return advice;
  }

  private static boolean isBefore(@Nullable Instant created, Instant limit) {
    return created != null && created.isBefore(limit);
  }

  private ResourceAdvice volume(EbsVolume volume) {
    String arn =
        "arn:%s:ec2:%s:%s:volume/%s"
            .formatted(
                ServiceKey.partition(volume.region()),
                volume.region(),
                volume.accountId(),
                volume.volumeId());
    ResourceBill.Cost cost = bill.of(volume.volumeId(), arn);
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("volume", volume.volumeId()));
    because.add(
        BalancerEvidence.figure("size", "%d GiB %s", volume.sizeGiB(), volume.volumeType()));
    because.add(new Evidence("created", String.valueOf(volume.createdAt())));
    because.add(new Evidence("first_step", "aws ec2 create-snapshot, then delete"));
    if (cost == null) {
      because.add(new Evidence("cost", "not known: the bill has no line of this volume"));
    }
    return new ResourceAdvice(
        volume.accountId(),
        volume.region(),
        "",
        "EbsVolume",
        volume.volumeId(),
        arn,
        cost == null ? "USD" : cost.currency(),
        cost == null ? "" : cost.payerAccountId(),
        "",
        "",
        List.of(),
        delete(
            "DeleteUnattachedVolume",
            volume.sizeGiB() + " GiB " + volume.volumeType(),
            new Step.Delete("EBS_VOLUME", volume.volumeId(), volume.volumeId())),
        cost == null ? Saving.NONE : saving(cost),
        SNAPSHOT,
        because);
  }

  private Saving saving(ResourceBill.Cost cost) {
    double now = cost.monthly(UsageKind.EBS_STORAGE);
    double list = cost.monthlyList(UsageKind.EBS_STORAGE);
    double kept = settings.snapshotCostShare();
    double least = Math.min(now * (1 - kept), now);
    return new Saving(
        now,
        now * kept,
        list,
        list * kept,
        RateSource.SERVICE_BILL,
        new Spread(least, least, Math.max(least, now)));
  }

  private static Proposal delete(String extended, String current, Step step) {
    return new Proposal(
        "Delete",
        extended,
        "Idle",
        List.of(ReasonCode.ORPHANED),
        PerformanceRisk.VERY_LOW,
        current,
        "none",
        null,
        null,
        null,
        List.of(),
        List.of(step),
        "Low",
        false,
        extended.equals("DeleteUnattachedVolume"));
  }
}
