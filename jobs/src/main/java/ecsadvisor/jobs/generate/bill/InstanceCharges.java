package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.Seeds;
import java.util.Map;
import java.util.function.Consumer;

/** Lines of EC2 instances and their volumes. */
final class InstanceCharges {
  static final int VOLUME_GIB = 100;

  private static final String EC2 = "Amazon Elastic Compute Cloud";

  private InstanceCharges() {}

  /** What an hour of the instance costs at public price (a Spot instance: its own price). */
  static double publicPerHour(Instance instance) {
    double onDemand = instance.type().usdPerHour(instance.cluster().region());
    return instance.pool().spot() ? onDemand * Rates.EC2_SPOT_SHARE : onDemand;
  }

  /** What an hour of the instance costs after amortization. */
  static double effectivePerHour(Instance instance) {
    double price = publicPerHour(instance);
    return instance.reserved()
        ? price * (Rates.RESERVED_RECURRING_SHARE + Rates.RESERVED_UPFRONT_SHARE)
        : price;
  }

  /** The id of the instance's root volume. */
  static String volumeId(Instance instance, long seed) {
    return "vol-0" + Seeds.hex(16, seed, "volume", instance.id());
  }

  /** Books the lines of one instance in the period. */
  static void book(Period period, Instance instance, Consumer<Charge> book) {
    if (instance.firstHour() >= period.endHour() || instance.endHour() <= period.firstHour()) {
      return;
    }
    String region = instance.cluster().region();
    String type = instance.pool().instanceType();
    boolean spot = instance.pool().spot();
    Map<String, String> tags =
        Map.of("aws_ecs_cluster_name", instance.cluster().name(), "user_environment", "prod");
    double price = publicPerHour(instance);
    Charge charge =
        period
            .part(instance.firstHour(), instance.endHour(), "instance", instance.id())
            .of(instance.cluster().account(), region, instance.zone())
            .product("AmazonEC2", EC2, "Compute Instance")
            .usage(
                Rates.prefix(region, "AmazonEC2") + (spot ? "SpotUsage:" : "BoxUsage:") + type,
                spot ? "RunInstances:SV001" : "RunInstances",
                "Hrs",
                1)
            .resource(instance.id(), tags)
            .described(
                spot
                    ? type + " Linux/UNIX Spot Instance-hour in " + Rates.location(region)
                    : "$" + price + " per On Demand Linux " + type + " Instance Hour")
            .rate(price);
    charge.instanceType = type;
    if (spot) {
      charge.term = "";
    }
    if (instance.reserved()) {
      charge
          .type("DiscountedUsage")
          .rates(0, effectivePerHour(instance), price)
          .described(type + ", Linux/UNIX, reserved instance applied");
      charge.term = "Reserved";
      charge.reservationUpfrontRate = price * Rates.RESERVED_UPFRONT_SHARE;
      charge.reservationArn =
          Commitments.reservationArn(instance.cluster(), type, period.organisation().seed());
    }
    book.accept(charge);
    double gigabyteHours = VOLUME_GIB / 730.0;
    book.accept(
        period
            .part(instance.firstHour(), instance.endHour(), "volume", instance.id())
            .of(instance.cluster().account(), region, "")
            .product("AmazonEC2", EC2, "Storage")
            .usage(
                Rates.prefix(region, "AmazonEC2") + "EBS:VolumeUsage.gp3",
                "CreateVolume-Gp3",
                "GB-Mo",
                gigabyteHours)
            .resource(volumeId(instance, period.organisation().seed()), tags)
            .described("$0.088 per GB-month of General Purpose (gp3) provisioned storage")
            .rate(Rates.GP3_GB_MONTH)
            .every(24));
  }
}
