package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The bill of a generated organisation as sums by charge and day, without Spark and without files:
 * the lines of {@link BillLines} and the cost rules that the job's reader applies to them, in plain
 * Java.
 */
public final class PlantedBill {
  /** Indexes of a day's sums, in the order of the job's own. */
  public static final int LINES = 0;

  public static final int USAGE = 1;
  public static final int BILLED = 2;
  public static final int EFFECTIVE = 3;
  public static final int NET_EFFECTIVE = 4;
  public static final int LIST = 5;
  public static final int UNUSED = 6;
  public static final int RESERVED = 7;
  public static final int ACTUAL = 8;

  private static final int SUMS = 9;
  private static final double MONEY = 1e10;
  private static final double UNITS = 1e9;

  /** What is the same on all lines of a charge. */
  public record Line(
      YearMonth month,
      String payerAccountId,
      String accountId,
      String region,
      String productCode,
      String usageType,
      String chargeType,
      boolean split,
      String resourceId,
      Map<String, String> tags,
      String savingsPlanArn,
      String reservationArn,
      int hours) {}

  /** Told the sums of a charge's lines of one day, and their costs hour by hour. */
  public interface Days {
    void add(Line line, LocalDate day, long[] sums, long[] list, long[] effective);
  }

  private final Curves curves;
  private final Map<Long, double[]> serviceHours = new HashMap<>();
  private final Map<Long, double[]> instanceHours = new HashMap<>();

  private PlantedBill(Curves curves) {
    this.curves = curves;
  }

  /** Tells all days of all charges. */
  public static void read(Organisation organisation, Fleet fleet, Days days) {
    Curves curves = new Curves(organisation, fleet);
    PlantedBill bill = new PlantedBill(curves);
    int first = organisation.timeline().firstHour();
    int end = organisation.timeline().endHour();
    curves.forEachServiceHour(first, end, (pair, key) -> bill.serviceHours.put(key, pair));
    curves.forEachInstanceHour(first, end, (pair, key) -> bill.instanceHours.put(key, pair));
    for (YearMonth month : organisation.timeline().months()) {
      for (Charge charge : BillBook.of(organisation, fleet, curves, month)) {
        Line line =
            new Line(
                month,
                organisation.payer().id(),
                charge.accountId,
                charge.region,
                charge.productCode,
                charge.usageType,
                charge.lineType,
                charge.operation.equals("ECSTask-EC2") || !charge.parentId.isEmpty(),
                charge.resourceId,
                charge.tags,
                charge.savingsPlanArn,
                charge.reservationArn,
                Math.min(charge.stepHours, charge.endHour - charge.firstHour));
        bill.read(line, charge, days);
      }
    }
  }

  private void read(Line line, Charge charge, Days days) {
    long[] sums = new long[SUMS];
    long[] list = new long[24];
    long[] effective = new long[24];
    for (int hour = charge.firstHour; hour < charge.endHour; hour += charge.stepHours) {
      int end = Math.min(hour + charge.stepHours, charge.endHour);
      long[] of = line(line, charge, hour, end);
      for (int i = 0; i < SUMS; i++) {
        sums[i] += of[i];
      }
      if (end - hour == 1) {
        list[hour % 24] += of[LIST];
        effective[hour % 24] += of[EFFECTIVE];
      }
      int next = hour + charge.stepHours;
      if (next >= charge.endHour || next / 24 != hour / 24) {
        days.add(line, LocalDate.ofEpochDay(hour / 24), sums, list, effective);
        Arrays.fill(sums, 0);
        Arrays.fill(list, 0);
        Arrays.fill(effective, 0);
      }
    }
  }

  private long[] line(Line line, Charge charge, int hour, int end) {
    double hours = end - hour;
    double usage = charge.usagePerHour * hours;
    double unblended = usage * charge.unblendedRate + hours * charge.costPerHour + charge.lumpCost;
    boolean net = charge.discountShare > 0 || charge.netFactor != 1;
    double netUnblended = net ? unblended * charge.netFactor : unblended;
    boolean spot = charge.usageType.contains("SpotUsage");
    double atPublicPrice = usage * charge.publicRate;

    long[] of = new long[SUMS];
    of[LINES] = 1;
    of[BILLED] = money(unblended);
    of[USAGE] = usage(line, usage);
    if (charge.curveKey >= 0) {
      double share = curve(serviceHours, charge.curveKey, hour)[charge.memoryCurve ? 1 : 0];
      of[RESERVED] = units(charge.reservedPerHour);
      of[ACTUAL] = units(charge.reservedPerHour * share * charge.slotFactor);
    }
    if (line.split()) {
      split(charge, hour, net, of);
      return of;
    }
    double effective =
        switch (charge.lineType) {
          case "SavingsPlanCoveredUsage", "DiscountedUsage" -> usage * charge.effectiveRate;
          case "SavingsPlanRecurringFee" -> charge.totalCommitment - charge.usedCommitment;
          case "RIFee" -> charge.reservationUnusedUpfront + charge.reservationUnusedRecurring;
          case "SavingsPlanNegation", "SavingsPlanUpfrontFee" -> 0;
          case "Fee" -> charge.reservationArn.isEmpty() ? unblended : 0;
          default -> unblended;
        };
    boolean asBilled =
        switch (charge.lineType) {
          case "SavingsPlanCoveredUsage",
              "DiscountedUsage",
              "SavingsPlanRecurringFee",
              "RIFee",
              "SavingsPlanNegation",
              "SavingsPlanUpfrontFee" ->
              false;
          case "Fee" -> charge.reservationArn.isEmpty();
          default -> true;
        };
    of[EFFECTIVE] = money(effective);
    of[NET_EFFECTIVE] = money(asBilled ? netUnblended : effective);
    of[LIST] =
        switch (charge.lineType) {
          case "Usage", "SavingsPlanCoveredUsage", "DiscountedUsage" ->
              money(spot ? unblended : atPublicPrice);
          case "SavingsPlanNegation", "EdpDiscount" -> 0;
          default -> money(atPublicPrice);
        };
    return of;
  }

  /** A task's share of its instance's hour. */
  private void split(Charge charge, int hour, boolean net, long[] of) {
    double share = curve(serviceHours, charge.curveKey, hour)[charge.memoryCurve ? 1 : 0];
    double total = curve(instanceHours, charge.instanceKey, hour)[charge.memoryCurve ? 1 : 0];
    double claimed =
        Math.max(charge.reservedPerHour, charge.reservedPerHour * share * charge.slotFactor);
    double ratio = claimed / Math.max(total, charge.capacity);
    double unusedShare = Math.max(charge.capacity - total, 0) / charge.capacity;
    double unusedPart = unusedShare > 0 ? ratio / (1 - unusedShare) * unusedShare : 0;
    double cost = ratio * charge.partCostPerHour;
    of[EFFECTIVE] = money(cost);
    of[NET_EFFECTIVE] = money(net ? cost * charge.netFactor : cost);
    of[LIST] = money(ratio * charge.partPublicCostPerHour);
    of[UNUSED] = money(unusedPart * charge.partCostPerHour);
  }

  private double[] curve(Map<Long, double[]> hours, long key, int hour) {
    return hours.getOrDefault(key + curves.hourIndex(hour), new double[2]);
  }

  private static long usage(Line line, double amount) {
    return switch (line.chargeType()) {
      case "Usage", "SavingsPlanCoveredUsage", "DiscountedUsage" ->
          switch (line.productCode()) {
            case "AmazonECS", "AmazonEC2", "AWSELB", "AmazonVPC", "AmazonECR" -> units(amount);
            case "AmazonCloudWatch",
                "AmazonGuardDuty",
                "AWSCloudTrail",
                "AWSConfig",
                "AWSSecurityHub" ->
                (long) Math.rint(amount * 1e6);
            default -> 0;
          };
      default -> 0;
    };
  }

  private static long money(double amount) {
    return (long) Math.rint(amount * MONEY);
  }

  private static long units(double amount) {
    return (long) Math.rint(amount * UNITS);
  }
}
