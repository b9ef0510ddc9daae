package ecsadvisor.models.cost.balancer;

/** Names within ARNs of Elastic Load Balancing. */
final class Names {
  private static final String TARGET_GROUP = ":targetgroup/";

  private Names() {}

  /** The name in a target group's ARN; the whole text where it is none. */
  static String targetGroup(String arn) {
    int at = arn.indexOf(TARGET_GROUP);
    if (at < 0) {
      return arn;
    }
    int from = at + TARGET_GROUP.length();
    int end = arn.indexOf('/', from);
    return end < 0 ? arn.substring(from) : arn.substring(from, end);
  }

  /** The part of an ARN between its colons, counted from zero; empty where it has none. */
  static String part(String arn, int number) {
    String[] parts = arn.split(":", -1);
    return number < parts.length ? parts[number] : "";
  }
}
