package ecsadvisor.models.catalogue;

/** The sets of controls that services are judged by. */
public enum Framework {
  ECS_COST_2024("AWS ECS Cost Optimization Best Practices 2024", "ecs-cost-2024.csv"),
  AWS_FSBP_1_0_0("AWS Foundational Security Best Practices 1.0.0", "aws-fsbp-1.0.0.csv"),
  NIST_800_53_R5("NIST 800-53 Rev 5", "nist-800-53-r5.csv"),
  CSA_CCM_4_0_10("CSA Cloud Controls Matrix 4.0.10", "csa-ccm-4.0.10.csv"),
  AWS_SECURITY_HUB_2_0("AWS Security Hub 2.0", "aws-security-hub-2.0.csv"),
  /** Today's Security Hub controls for ECS, each with AWS's literal rule. */
  SECURITY_HUB_CURRENT("AWS Security Hub, current ECS controls", "security-hub-current.csv");

  private final String title;
  private final String resource;

  Framework(String title, String resource) {
    this.title = title;
    this.resource = resource;
  }

  /** The framework's name as people write it. */
  public String title() {
    return title;
  }

  String resource() {
    return resource;
  }
}
