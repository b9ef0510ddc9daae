package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.AccountIdentity.Passwords;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.RoleUser;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.iam.Permissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The inventory's view of a service for {@link IdentitySecurity}. */
final class SecurityIdentities {
  private static final String DETAILS = "iam-authorization-details";

  private final InventoryManifests manifests;
  private final SecurityRoles roles;
  private final SecurityInstanceRoles instances;
  private final Map<String, Passwords> passwords = new HashMap<>();
  private final Map<String, AccountIdentity> accounts = new HashMap<>();
  private final Map<String, List<RoleUser>> users = new HashMap<>();

  SecurityIdentities(InventoryBodies bodies, InventoryManifests manifests) {
    this.manifests = manifests;
    this.roles = new SecurityRoles(bodies);
    this.instances = new SecurityInstanceRoles(bodies, roles);
    bodies
        .newest("iam-password-policy", body -> body.item().accountId())
        .forEach((account, body) -> passwords.put(account, passwords(body.json())));
  }

  /** Learns which services run as which role; to be told before any of them is asked for. */
  void learn(Map<ServiceKey, ServiceConfig> services, SecurityTasks tasks) {
    new TreeMap<>(services)
        .forEach(
            (key, config) -> {
              Set<String> own = new LinkedHashSet<>();
              for (Deployment deployment : config.deployments()) {
                TaskSecurity task = tasks.find(deployment.taskDefinitionArn());
                if (task != null && !task.taskRoleArn().isEmpty()) {
                  own.add(arn(task.taskRoleArn(), key));
                }
              }
              RoleUser user = new RoleUser(key, config.tags());
              own.forEach(arn -> users.computeIfAbsent(arn, other -> new ArrayList<>()).add(user));
            });
  }

  IdentitySecurity of(SecuritySource source) {
    ServiceKey key = source.key();
    SortedMap<String, RoleSecurity> own = new TreeMap<>();
    SortedMap<String, List<RoleUser>> sharers = new TreeMap<>();
    for (TaskSecurity task : source.tasks()) {
      add(own, task.taskRoleArn(), key);
      add(own, task.executionRoleArn(), key);
      List<RoleUser> others = users.get(arn(task.taskRoleArn(), key));
      if (others != null) {
        sharers.put(task.taskRoleArn(), others);
      }
    }
    boolean fargate = source.config().launchType() == LaunchType.FARGATE;
    SecurityInstanceRoles.Found found =
        fargate
            ? new SecurityInstanceRoles.Found(List.of(), false)
            : instances.of(key, source.config());
    found.arns().forEach(arn -> add(own, arn, key));
    return new IdentitySecurity(
        own,
        found.arns(),
        found.known(),
        sharers,
        accounts.computeIfAbsent(key.accountId(), this::account));
  }

  private void add(Map<String, RoleSecurity> own, String reference, ServiceKey key) {
    RoleSecurity role = roles.find(arn(reference, key));
    if (role != null) {
      own.put(reference, role);
    }
  }

  /** The full ARN of a role that is named by ARN or, within the account, by name. */
  private static String arn(String nameOrArn, ServiceKey key) {
    if (nameOrArn.startsWith("arn:") || nameOrArn.isEmpty()) {
      return nameOrArn;
    }
    String service = key.arn();
    String partition = service.substring(0, service.indexOf(":ecs:"));
    return partition + ":iam::" + key.accountId() + ":role/" + nameOrArn;
  }

  private AccountIdentity account(String accountId) {
    Set<String> arns = new LinkedHashSet<>();
    List<RoleSecurity> administrators = new ArrayList<>();
    List<RoleSecurity> open = new ArrayList<>();
    for (RoleSecurity role : roles.all()) {
      if (role.accountId().equals(accountId)) {
        arns.add(role.arn());
        switch (new Permissions(role).everything()) {
          case ALLOWED -> administrators.add(role);
          case UNDECIDED -> open.add(role);
          case DENIED -> {}
        }
      }
    }
    @Nullable Passwords policy = passwords.get(accountId);
    return new AccountIdentity(
        manifests.completeSomewhere(accountId, DETAILS), arns, administrators, open, policy);
  }

  private static Passwords passwords(JsonNode body) {
    JsonNode nested = field(body, "passwordPolicy");
    JsonNode policy = nested.isObject() ? nested : body;
    return new Passwords(
        InventoryNumbers.count(policy, "minimumPasswordLength", 0),
        field(policy, "requireSymbols").asBoolean(false),
        field(policy, "requireNumbers").asBoolean(false),
        field(policy, "requireUppercaseCharacters").asBoolean(false),
        field(policy, "requireLowercaseCharacters").asBoolean(false),
        InventoryNumbers.count(policy, "passwordReusePrevention", 0));
  }
}
