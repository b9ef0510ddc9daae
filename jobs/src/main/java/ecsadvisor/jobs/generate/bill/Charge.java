package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Account;
import java.util.Map;
import java.util.TreeMap;

/**
 * A charge that repeats: one line of the bill for each step of hours between its first hour and its
 * end. What is the same on all its lines is written here once; Spark makes the lines.
 *
 * <p>Setters return the charge, so that a charge reads as a sentence.
 */
final class Charge {
  static final long NO_KEY = -1;

  final String lineItemId;
  final int firstHour;
  final int endHour;
  int stepHours = 1;

  String lineType = "Usage";
  String billType = "Anniversary";
  String accountId = "";
  String accountName = "";
  String zone = "";
  String region = "";
  String productCode = "";
  String productName = "";
  String productFamily = "";
  String usageType = "";
  String operation = "";
  String description = "";
  String resourceId = "";
  String unit = "";
  String instanceType = "";
  String term = "OnDemand";
  String savingsPlanArn = "";
  String reservationArn = "";
  String parentId = "";
  Map<String, String> tags = Map.of();

  double usagePerHour;
  double unblendedRate;
  double publicRate;
  double effectiveRate;
  double reservationUpfrontRate;
  double lumpCost;
  double costPerHour;
  double discountShare;
  double netFactor = 1;

  long curveKey = NO_KEY;
  boolean memoryCurve;
  double reservedPerHour;
  double slotFactor = 1;
  long instanceKey = NO_KEY;
  double capacity;
  double partCostPerHour;
  double partPublicCostPerHour;

  double totalCommitment;
  double usedCommitment;
  double planUpfront;
  double planRecurring;
  double reservationUpfront;
  double reservationUnusedUpfront;
  double reservationUnusedRecurring;

  Charge(String lineItemId, int firstHour, int endHour) {
    this.lineItemId = lineItemId;
    this.firstHour = firstHour;
    this.endHour = endHour;
  }

  Charge of(Account account, String newRegion, String newZone) {
    accountId = account.id();
    accountName = account.name();
    region = newRegion;
    zone = newZone;
    return this;
  }

  Charge product(String code, String name, String family) {
    productCode = code;
    productName = name;
    productFamily = family;
    return this;
  }

  Charge usage(String newUsageType, String newOperation, String newUnit, double perHour) {
    usageType = newUsageType;
    operation = newOperation;
    unit = newUnit;
    usagePerHour = perHour;
    return this;
  }

  /** On demand: billed, effective and public price are one. */
  Charge rate(double usdPerUnit) {
    unblendedRate = usdPerUnit;
    publicRate = usdPerUnit;
    effectiveRate = usdPerUnit;
    return this;
  }

  Charge rates(double unblended, double effective, double atPublicPrice) {
    unblendedRate = unblended;
    effectiveRate = effective;
    publicRate = atPublicPrice;
    return this;
  }

  Charge resource(String id, Map<String, String> newTags) {
    resourceId = id;
    tags = new TreeMap<>(newTags);
    return this;
  }

  Charge type(String newLineType) {
    lineType = newLineType;
    return this;
  }

  Charge described(String text) {
    description = text;
    return this;
  }

  Charge every(int hours) {
    stepHours = hours;
    return this;
  }

  /** One line over the whole charge. */
  Charge lump(double usd) {
    lumpCost = usd;
    stepHours = Math.max(1, endHour - firstHour);
    return this;
  }

  /** Lines that it makes. */
  long lines() {
    return (endHour - firstHour + stepHours - 1L) / stepHours;
  }

  /** Unblended cost of all its lines. */
  double unblendedCost() {
    return (usagePerHour * unblendedRate + costPerHour) * (endHour - firstHour)
        + lumpCost * lines();
  }
}
