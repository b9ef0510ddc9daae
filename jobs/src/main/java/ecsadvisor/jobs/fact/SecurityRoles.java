package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.iam.ManagedPolicies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the inventory, by ARN. An item of {@code iam-authorization-details} is an answer or
 * a page of it, the details of one role, or one managed policy.
 */
final class SecurityRoles {
  private final SortedMap<String, RoleSecurity> byArn = new TreeMap<>();
  private final SortedMap<String, String> byProfile = new TreeMap<>();

  SecurityRoles(InventoryBodies bodies) {
    SortedMap<String, Detail> roles = new TreeMap<>();
    SortedMap<String, Detail> policies = new TreeMap<>();
    for (InventoryBodies.Body body : bodies.of("iam-authorization-details")) {
      JsonNode json = body.json();
      field(json, "roleDetailList").forEach(role -> add(roles, role, body));
      field(json, "policies").forEach(policy -> add(policies, policy, body));
      add(text(json, "roleName").isEmpty() ? policies : roles, json, body);
    }
    Map<String, PolicySecurity> managed = new TreeMap<>();
    policies.forEach((arn, policy) -> managed.put(arn, managed(arn, policy.json())));
    roles.forEach(
        (arn, role) -> {
          byArn.put(arn, role(arn, role, managed));
          for (JsonNode profile : field(role.json(), "instanceProfileList")) {
            byProfile.put(text(profile, "arn"), arn);
          }
        });
  }

  /** The role with that ARN, or null where the inventory lacks it. */
  @Nullable RoleSecurity find(String arn) {
    return byArn.get(arn);
  }

  /** The ARN of the role of an instance profile, or null where no role says that it has it. */
  @Nullable String ofProfile(String profileArn) {
    return byProfile.get(profileArn);
  }

  /** All roles, ordered by ARN. */
  Collection<RoleSecurity> all() {
    return byArn.values();
  }

  private record Detail(JsonNode json, InventoryBodies.Body body) {}

  private static void add(
      SortedMap<String, Detail> details, JsonNode json, InventoryBodies.Body body) {
    String arn = text(json, "arn");
    if (!arn.isEmpty()) {
      details.merge(
          arn,
          new Detail(json, body),
          (a, b) -> InventoryBodies.newer(a.body(), b.body()).equals(b.body()) ? b : a);
    }
  }

  private static RoleSecurity role(String arn, Detail detail, Map<String, PolicySecurity> managed) {
    JsonNode json = detail.json();
    List<PolicySecurity> policies = new ArrayList<>();
    JsonNode inline = field(json, "rolePolicyList");
    for (JsonNode policy : inline) {
      policies.add(
          SecurityPolicies.ofRole(text(policy, "policyName"), "", field(policy, "policyDocument")));
    }
    JsonNode attached = field(json, "attachedManagedPolicies");
    for (JsonNode policy : attached) {
      policies.add(resolved(text(policy, "policyArn"), text(policy, "policyName"), managed));
    }
    if (!inline.isArray()) {
      policies.add(SecurityPolicies.absent("inline policies", ""));
    }
    if (!attached.isArray()) {
      policies.add(SecurityPolicies.absent("attached policies", ""));
    }
    String boundary = text(field(json, "permissionsBoundary"), "permissionsBoundaryArn");
    JsonNode used = field(json, "roleLastUsed");
    return new RoleSecurity(
        arn,
        detail.body().item().collectedAt(),
        SecurityPolicies.ofTrust(field(json, "assumeRolePolicyDocument")),
        policies,
        field(json, "permissionsBoundary").isMissingNode()
            ? null
            : resolved(boundary, InventoryBodies.shortName(boundary), managed),
        InventoryBodies.tags(json),
        field(json, "tags").isArray(),
        used.isObject(),
        JsonFields.time(field(used, "lastUsedDate")));
  }

  private static PolicySecurity resolved(
      String arn, String name, Map<String, PolicySecurity> managed) {
    PolicySecurity exported = managed.get(arn);
    if (exported != null && exported.known()) {
      return exported;
    }
    PolicySecurity published = ManagedPolicies.find(arn);
    if (published != null) {
      return published;
    }
    return exported == null ? SecurityPolicies.absent(name, arn) : exported;
  }

  private static PolicySecurity managed(String arn, JsonNode json) {
    String name = text(json, "policyName");
    for (JsonNode version : field(json, "policyVersionList")) {
      boolean chosen =
          field(version, "isDefaultVersion").asBoolean(false)
              || (!text(version, "versionId").isEmpty()
                  && text(version, "versionId").equals(text(json, "defaultVersionId")));
      if (chosen) {
        return SecurityPolicies.ofRole(name, arn, field(version, "document"));
      }
    }
    return SecurityPolicies.absent(name, arn);
  }
}
