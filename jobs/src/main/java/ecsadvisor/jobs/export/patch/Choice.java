package ecsadvisor.jobs.export.patch;

/** What only people can decide: a variable that apply.sh refuses to run without. */
enum Choice {
  SUBNETS(
      "the subnets to run in, with commas between them; they need a way to the registry, the logs"
          + " and the secrets: a NAT gateway or VPC endpoints",
      "^subnet-[0-9a-z]+(,subnet-[0-9a-z]+)*$"),
  SECURITY_GROUPS(
      "the security groups of the tasks, with commas between them",
      "^sg-[0-9a-z]+(,sg-[0-9a-z]+)*$"),
  SOURCE_GROUP(
      "the security group that may go on reaching the ports, such as that of the load balancer",
      "^sg-[0-9a-z]+$"),
  TASK_ROLE_ARN("the ARN of the role for the containers", "^arn:[a-z-]+:iam::[0-9]{12}:role/.+$"),
  SECRET(
      "the ARN of the secret or parameter that takes the place of a variable",
      "^arn:[a-z-]+:(secretsmanager|ssm):[a-z0-9-]+:[0-9]{12}:(secret:|parameter/).+$"),
  MEMORY_MIB("the memory limit of a container in MiB", "^[1-9][0-9]{0,6}$"),
  CPU_UNITS("the CPU units of a container", "^[1-9][0-9]{0,6}$"),
  ULIMIT("the bound of a limit of processes", "^[1-9][0-9]{0,8}$"),
  LOG_GROUP("the log group that takes the output; it must exist", "^[A-Za-z0-9_/.#-]{1,512}$"),
  LOG_RETENTION_DAYS(
      "the days for which the log group keeps events, such as 30, 90 or 365", "^[1-9][0-9]{0,3}$"),
  TAG_KEY("the key of the tag", "^[^[:cntrl:]]{1,128}$"),
  TAG_VALUE("the value of the tag", "^[^[:cntrl:]]{1,256}$"),
  LISTENER_ARN(
      "the ARN of the listener", "^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:.+$"),
  LOAD_BALANCER_ARN(
      "the ARN of the load balancer", "^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:.+$"),
  WEB_ACL_ARN(
      "the ARN of the web ACL, regional and of the same region",
      "^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.+$"),
  EXEC_LOG_GROUP("the log group that takes the sessions", "^[A-Za-z0-9_/.#-]{1,512}$"),
  EXEC_KEY_ARN(
      "the ARN of the KMS key that encrypts the sessions",
      "^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$"),
  TRAIL_BUCKET(
      "the bucket of the trail, with a policy that lets CloudTrail write", "^[a-z0-9.-]{3,63}$"),
  VPC_ID("the VPC", "^vpc-[0-9a-z]+$"),
  FLOW_LOG_BUCKET_ARN("the ARN of the bucket for the flow logs", "^arn:[a-z-]+:s3:::.+$"),
  CONFIG_ROLE_ARN("the ARN of the role of AWS Config", "^arn:[a-z-]+:iam::[0-9]{12}:role/.+$"),
  CONFIG_BUCKET("the bucket of AWS Config", "^[a-z0-9.-]{3,63}$"),
  ALARM_TOPIC_ARN(
      "the ARN of the SNS topic that the alarm tells", "^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:.+$");

  private final String meaning;
  private final String form;

  Choice(String meaning, String form) {
    this.meaning = meaning;
    this.form = form;
  }

  /** What it is to be set to, as the rest of a sentence. */
  String meaning() {
    return meaning;
  }

  /** A regular expression of bash that values match. */
  String form() {
    return form;
  }
}
