package ecsadvisor.jobs.finding;

/** FOCUS's ChargeCategory and ChargeClass of the bill's line item types. */
public enum FocusCategory {
  USAGE("Usage", ""),
  ADJUSTMENT("Adjustment", ""),
  PURCHASE("Purchase", ""),
  TAX("Tax", ""),
  CREDIT("Credit", ""),
  /** A refund corrects usage that was charged. */
  CORRECTION("Usage", "Correction");

  private final String category;
  private final String chargeClass;

  FocusCategory(String category, String chargeClass) {
    this.category = category;
    this.chargeClass = chargeClass;
  }

  /** The ChargeCategory. */
  public String category() {
    return category;
  }

  /** The ChargeClass; empty for none. */
  public String chargeClass() {
    return chargeClass;
  }

  static FocusCategory of(String chargeType) {
    return switch (chargeType) {
      case "Tax" -> TAX;
      case "Credit" -> CREDIT;
      case "Refund" -> CORRECTION;
      case "Fee", "RIFee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee" -> PURCHASE;
      default ->
          chargeType.endsWith("Discount") || chargeType.equals("Adjustment") ? ADJUSTMENT : USAGE;
    };
  }
}
