package ecsadvisor.models.cost.commitment;

/** What can be bought. */
public enum PlanType {
  /** Covers EC2 of every family and region, Fargate and Lambda. */
  COMPUTE_SP("ComputeSavingsPlans", "PurchaseSavingsPlans"),
  /** Covers one EC2 family in one region. */
  EC2_INSTANCE_SP("Ec2InstanceSavingsPlans", "PurchaseSavingsPlans"),
  /** Covers one EC2 family in one region; never Fargate. */
  RESERVED_INSTANCE("Ec2ReservedInstances", "PurchaseReservedInstances");

  private final String resourceType;
  private final String actionType;

  PlanType(String resourceType, String actionType) {
    this.resourceType = resourceType;
    this.actionType = actionType;
  }

  /** The resource type as the Cost Optimization Hub spells it. */
  public String resourceType() {
    return resourceType;
  }

  /** The action as the Cost Optimization Hub spells it. */
  public String actionType() {
    return actionType;
  }

  /** Whether it covers one EC2 family in one region only. */
  public boolean isBound() {
    return this != COMPUTE_SP;
  }

  /** Whether it covers that family: FARGATE, LAMBDA or an EC2 family. */
  public boolean covers(String family) {
    return !isBound() || isEc2(family);
  }

  /** Whether the family is one of EC2. */
  public static boolean isEc2(String family) {
    return !family.equals("FARGATE") && !family.equals("LAMBDA");
  }
}
