package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles of an account's services and its password policy. */
final class Identities {
  private Identities() {}

  /** An ARN of IAM, which has no region. */
  static String globalArn(Cluster cluster, String resource) {
    return "arn:aws:iam::" + cluster.account().id() + ":" + resource;
  }

  static String taskRoleArn(Service service) {
    return globalArn(service.cluster(), "role/" + taskRole(service));
  }

  static String executionRoleArn(Service service) {
    String role =
        service.flaws().contains(Flaw.SAME_ROLE)
            ? taskRole(service)
            : service.family() + "-execution";
    return globalArn(service.cluster(), "role/" + role);
  }

  static String serviceLinkedRoleArn(Service service) {
    return globalArn(
        service.cluster(), "role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS");
  }

  private static String taskRole(Service service) {
    return service.flaws().contains(Flaw.SHARED_ROLE)
        ? service.cluster().name() + "-shared-task"
        : service.family() + "-task";
  }

  static void add(Organisation organisation, Envelopes envelopes) {
    Cluster place = envelopes.place();
    List<Object> roles = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean instances = false;
    for (Service service : organisation.living()) {
      if (!service.cluster().account().equals(place.account())) {
        continue;
      }
      instances |= !service.launch().fargate();
      if (seen.add(taskRole(service))) {
        roles.add(taskRole(place, service));
      }
      if (seen.add(executionRoleArn(service)) && !service.flaws().contains(Flaw.SAME_ROLE)) {
        roles.add(executionRole(place, service));
      }
    }
    if (instances) {
      roles.add(instanceRole(place));
    }
    envelopes.add(
        Kind.IAM_AUTHORIZATION_DETAILS,
        "",
        Body.of(
            "UserDetailList",
            List.of(),
            "GroupDetailList",
            List.of(),
            "RoleDetailList",
            roles,
            "Policies",
            List.of(administratorPolicy())));
    boolean strict = place.account().attested();
    envelopes.add(
        Kind.IAM_PASSWORD_POLICY,
        "",
        Body.of(
            "MinimumPasswordLength",
            strict ? 16 : 8,
            "RequireSymbols",
            strict,
            "RequireNumbers",
            true,
            "RequireUppercaseCharacters",
            strict,
            "RequireLowercaseCharacters",
            true,
            "AllowUsersToChangePassword",
            true,
            "ExpirePasswords",
            false,
            "PasswordReusePrevention",
            strict ? 24 : null));
  }

  private static Map<String, Object> instanceRole(Cluster place) {
    Map<String, Object> role =
        role(
            place,
            "ecs-instance",
            "ec2.amazonaws.com",
            List.of(),
            List.of("service-role/AmazonEC2ContainerServiceforEC2Role"));
    role.put(
        "InstanceProfileList",
        List.of(
            Body.of(
                "InstanceProfileName",
                "ecs-instance",
                "Arn",
                globalArn(place, "instance-profile/ecs-instance"))));
    return role;
  }

  private static Map<String, Object> administratorPolicy() {
    return Body.of(
        "PolicyName",
        "AdministratorAccess",
        "Arn",
        "arn:aws:iam::aws:policy/AdministratorAccess",
        "DefaultVersionId",
        "v1",
        "PolicyVersionList",
        List.of(
            Body.of(
                "VersionId",
                "v1",
                "IsDefaultVersion",
                true,
                "Document",
                document(List.of(allow(List.of("*"), "*"))))));
  }

  private static Map<String, Object> taskRole(Cluster place, Service service) {
    List<Object> statements = new ArrayList<>();
    statements.add(
        allow(
            List.of("s3:GetObject", "s3:PutObject"),
            "arn:aws:s3:::larkspur-" + service.name() + "/*"));
    if (service.flaws().contains(Flaw.ESCALATION_ROLE)) {
      statements.add(
          allow(List.of("iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"), "*"));
    }
    List<String> managed =
        service.flaws().contains(Flaw.ADMIN_ROLE) ? List.of("AdministratorAccess") : List.of();
    Map<String, Object> role =
        role(place, taskRole(service), "ecs-tasks.amazonaws.com", statements, managed);
    if (service.flaws().contains(Flaw.FOREIGN_TRUST)) {
      role.put(
          "AssumeRolePolicyDocument",
          document(
              List.of(
                  trust(Body.of("Service", "ecs-tasks.amazonaws.com")),
                  trust(Body.of("AWS", "arn:aws:iam::555566667777:root")))));
    }
    return role;
  }

  private static Map<String, Object> executionRole(Cluster place, Service service) {
    return role(
        place,
        service.family() + "-execution",
        "ecs-tasks.amazonaws.com",
        List.of(
            allow(
                List.of("secretsmanager:GetSecretValue"),
                service.cluster().arn("secretsmanager", "secret:" + service.family() + "/*"))),
        List.of("service-role/AmazonECSTaskExecutionRolePolicy"));
  }

  private static Map<String, Object> role(
      Cluster place, String name, String principal, List<Object> statements, List<String> managed) {
    List<Object> attached = new ArrayList<>();
    for (String policy : managed) {
      attached.add(
          Body.of(
              "PolicyName",
              policy.substring(policy.indexOf('/') + 1),
              "PolicyArn",
              "arn:aws:iam::aws:policy/" + policy));
    }
    return Body.of(
        "Path",
        "/",
        "RoleName",
        name,
        "Arn",
        globalArn(place, "role/" + name),
        "AssumeRolePolicyDocument",
        document(List.of(trust(Body.of("Service", principal)))),
        "RolePolicyList",
        statements.isEmpty()
            ? List.of()
            : List.of(Body.of("PolicyName", "inline", "PolicyDocument", document(statements))),
        "AttachedManagedPolicies",
        attached,
        "Tags",
        List.of());
  }

  private static Map<String, Object> document(List<Object> statements) {
    return Body.of("Version", "2012-10-17", "Statement", statements);
  }

  private static Map<String, Object> trust(Map<String, Object> principal) {
    return Body.of("Effect", "Allow", "Principal", principal, "Action", "sts:AssumeRole");
  }

  private static Map<String, Object> allow(List<String> actions, String resource) {
    return Body.of("Effect", "Allow", "Action", actions, "Resource", resource);
  }
}
