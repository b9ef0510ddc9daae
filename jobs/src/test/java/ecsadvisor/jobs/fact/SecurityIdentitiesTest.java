package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ECS;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.definition;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.AccountIdentity.Passwords;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicySecurity.State;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.PolicyStatement.Condition;
import ecsadvisor.models.fact.security.PolicyStatement.Principal;
import ecsadvisor.models.fact.security.RoleSecurity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityIdentitiesTest {
  private static final String IAM = "arn:aws:iam::111122223333:";
  private static final String ROLE = IAM + "role/app";
  private static final String TRUST =
      "{'Statement':{'Effect':'Allow','Principal':{'Service':'ecs-tasks.amazonaws.com'},"
          + "'Action':'sts:AssumeRole'}}";
  private static final PolicyStatement GET =
      new PolicyStatement(
          true, false, List.of("s3:Get*"), false, List.of("*"), List.of(), false, List.of());

  private static InventoryItem details(String body) {
    return item("iam-authorization-details", "", body);
  }

  private static String role(String fields) {
    return "{'RoleName':'app','Arn':'%s','AssumeRolePolicyDocument':%s%s}"
        .formatted(ROLE, TRUST, fields);
  }

  private static String inline(String document) {
    return role(
        ",'AttachedManagedPolicies':[],'RolePolicyList':[{'PolicyName':'p','PolicyDocument':%s}]"
            .formatted(document));
  }

  private static IdentitySecurity identity(InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service("'launchType':'FARGATE'"));
    items.add(definition("'taskRoleArn':'" + ROLE + "'"));
    return requireNonNull(assemble(items.toArray(InventoryItem[]::new)).security().get(KEY))
        .identity();
  }

  private static RoleSecurity read(InventoryItem... items) {
    return requireNonNull(identity(items).roles().get(ROLE));
  }

  private static PolicySecurity document(String document) {
    return read(details(inline(document))).policies().get(0);
  }

  @Test
  void rolesStandInTheWholeAnswer() {
    RoleSecurity role =
        read(
            details(
                "{'RoleDetailList':[%s]}"
                    .formatted(
                        inline(
                            "{'Statement':[{'Effect':'Allow','Action':['s3:Get*'],"
                                + "'Resource':['*']}]}"))));
    assertEquals(List.of(new PolicySecurity("p", "", State.KNOWN, List.of(GET))), role.policies());
    assertEquals(
        List.of(new Principal("Service", "ecs-tasks.amazonaws.com")),
        role.trust().statements().get(0).principals());
    assertNull(role.boundary());
  }

  @Test
  void rolesStandOnTheirOwnInAnyCase() {
    String body =
        inline("{'Statement':{'Effect':'Allow','Action':'s3:Get*','Resource':'*'}}")
            .replace("RoleName", "roleName")
            .replace("RolePolicyList", "rolePolicyList")
            .replace("PolicyDocument", "policyDocument");
    assertEquals(List.of(GET), read(details(body)).policies().get(0).statements());
  }

  @Test
  void documentsMayBeEncodedTexts() {
    String text =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}";
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    assertEquals(List.of(GET), document("'" + encoded + "'").statements());
    assertEquals(List.of(GET), document("'" + text.replace("\"", "\\'") + "'").statements());
  }

  @Test
  void conditionsAndNegationsAreKept() {
    assertEquals(
        List.of(
            new PolicyStatement(
                false,
                true,
                List.of("iam:*", "sts:*"),
                true,
                List.of("arn:aws:s3:::a"),
                List.of(new Condition("Bool", "aws:SecureTransport", List.of("false"))),
                false,
                List.of())),
        document(
                "{'Statement':[{'Effect':'Deny','NotAction':['sts:*','iam:*'],"
                    + "'NotResource':'arn:aws:s3:::a',"
                    + "'Condition':{'Bool':{'aws:SecureTransport':false}}}]}")
            .statements());
  }

  @Test
  void documentsThatNobodyUnderstandsAreUnreadable() {
    for (String odd :
        List.of(
            "'%zz'",
            "'{'",
            "7",
            "[]",
            "{}",
            "{'Statement':'x'}",
            "{'Statement':['x']}",
            "{'Statement':{'Effect':'Maybe','Action':'*','Resource':'*'}}",
            "{'Statement':{'Effect':'Allow','Action':'*'}}",
            "{'Statement':{'Effect':'Allow','Resource':'*'}}",
            "{'Statement':{'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}}",
            "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':'x'}}")) {
      assertEquals(State.UNREADABLE, document(odd).state(), odd);
    }
  }

  @Test
  void attachedPoliciesHaveTheirDefaultVersion() {
    RoleSecurity role =
        read(
            details(
                "{'RoleDetailList':[%s]}"
                    .formatted(
                        role(
                            ",'RolePolicyList':[],'AttachedManagedPolicies':[{'PolicyName':'m',"
                                + "'PolicyArn':'"
                                + IAM
                                + "policy/m'}]"))),
            details(
                "{'Policies':[{'PolicyName':'m','Arn':'%spolicy/m','PolicyVersionList':["
                        .formatted(IAM)
                    + "{'VersionId':'v1','IsDefaultVersion':false,'Document':{'Statement':"
                    + "{'Effect':'Allow','Action':'*','Resource':'*'}}},"
                    + "{'VersionId':'v2','IsDefaultVersion':true,'Document':{'Statement':"
                    + "{'Effect':'Allow','Action':'s3:Get*','Resource':'*'}}}]}]}"));
    assertEquals(
        List.of(new PolicySecurity("m", IAM + "policy/m", State.KNOWN, List.of(GET))),
        role.policies());
  }

  @Test
  void policiesOfAwsAreKnownWithoutTheirDocument() {
    RoleSecurity role =
        read(
            details(
                role(
                    ",'RolePolicyList':[],'AttachedManagedPolicies':[{'PolicyName':'x',"
                        + "'PolicyArn':'arn:aws:iam::aws:policy/AdministratorAccess'},"
                        + "{'PolicyName':'ReadOnlyAccess',"
                        + "'PolicyArn':'arn:aws:iam::aws:policy/ReadOnlyAccess'}]")));
    assertEquals(
        List.of(State.KNOWN, State.ABSENT),
        role.policies().stream().map(PolicySecurity::state).toList());
  }

  @Test
  void roleWithoutListsOfPoliciesHasUnknownOnes() {
    assertEquals(
        List.of(State.ABSENT, State.ABSENT),
        read(details(role(""))).policies().stream().map(PolicySecurity::state).toList());
  }

  @Test
  void boundaryTagsAndUseAreRead() {
    RoleSecurity role =
        read(
            details(
                role(
                    ",'PermissionsBoundary':{'PermissionsBoundaryArn':'"
                        + IAM
                        + "policy/b'},'Tags':[{'Key':'team','Value':'t'}],"
                        + "'RoleLastUsed':{'LastUsedDate':'2026-11-01T00:00:00Z'}")));
    assertEquals(State.ABSENT, requireNonNull(role.boundary()).state());
    assertTrue(role.tagsKnown());
    assertTrue(role.lastUsedKnown());
    assertEquals(Instant.parse("2026-11-01T00:00:00Z"), role.lastUsedAt());
  }

  @Test
  void servicesOfARoleAreKnownToEachOther() {
    IdentitySecurity identity =
        identity(
            item(
                "ecs-service",
                ECS + "service/c/t",
                "{'serviceName':'t','clusterArn':'%scluster/c','taskDefinition':'f:1'}"
                    .formatted(ECS)));
    assertEquals(
        List.of("s", "t"),
        requireNonNull(identity.users().get(ROLE)).stream()
            .map(user -> user.key().serviceName())
            .toList());
  }

  @Test
  void instancesBringTheRoleOfTheirProfile() {
    InventoryItem instance =
        item(
            "ecs-container-instance",
            ECS + "container-instance/c/1",
            "{'ec2InstanceId':'i-1','status':'ACTIVE'}");
    InventoryItem machine =
        item(
            "ec2-instance",
            "i-1",
            "{'InstanceId':'i-1','IamInstanceProfile':{'Arn':'%sinstance-profile/p'}}"
                .formatted(IAM));
    InventoryItem role =
        details(role(",'InstanceProfileList':[{'Arn':'%sinstance-profile/p'}]".formatted(IAM)));
    IdentitySecurity known =
        requireNonNull(
                assemble(service("'launchType':'EC2'"), definition(""), instance, machine, role)
                    .security()
                    .get(KEY))
            .identity();
    assertEquals(List.of(ROLE), known.instanceRoles());
    assertTrue(known.instanceRolesKnown());
    IdentitySecurity open =
        requireNonNull(
                assemble(service("'launchType':'EC2'"), definition(""), instance, role)
                    .security()
                    .get(KEY))
            .identity();
    assertFalse(open.instanceRolesKnown());
  }

  @Test
  void accountKnowsItsAdministratorsAndPasswords() {
    IdentitySecurity identity =
        identity(
            details(inline("{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}")),
            item(
                "iam-password-policy",
                "",
                "{'MinimumPasswordLength':14,'RequireSymbols':true,'PasswordReusePrevention':24}"),
            complete("iam-authorization-details"));
    assertEquals(
        List.of(ROLE),
        identity.account().administrators().stream().map(RoleSecurity::arn).toList());
    assertTrue(identity.account().rolesComplete());
    assertEquals(new Passwords(14, true, false, false, false, 24), identity.account().passwords());
  }

  @Test
  void oddBodiesAreNoRoles() {
    assertTrue(
        identity(details("{}"), details("{'RoleDetailList':'x','Policies':[1,{'Arn':7}]}"))
            .roles()
            .isEmpty());
  }
}
