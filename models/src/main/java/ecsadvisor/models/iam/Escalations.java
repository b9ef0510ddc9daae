package ecsadvisor.models.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.iam.Escalation.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The known ways from some rights to more, of {@code escalations.csv}, and which a role has. */
public final class Escalations {
  private static final String FILE = "escalations.csv";
  private static final List<Escalation> ALL = load();

  private Escalations() {}

  /**
   * The ways that a role has or may have, by name, in the order of the file.
   *
   * @param account what is known of the roles that it could pass
   * @param region where it runs
   */
  public static Map<String, Access> of(RoleSecurity role, AccountIdentity account, String region) {
    Permissions permissions = new Permissions(role);
    Map<String, Access> found = new LinkedHashMap<>();
    for (Escalation way : ALL) {
      Access access = access(way, role, permissions, account, region);
      if (access != Access.DENIED) {
        found.put(way.name(), access);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private static Access access(
      Escalation way,
      RoleSecurity role,
      Permissions permissions,
      AccountIdentity account,
      String region) {
    Context context = Context.passingTo(way.passedTo());
    Access access = Access.ALLOWED;
    for (String action : way.with()) {
      access = access.and(permissions.mayAnywhere(action, Context.NOTHING));
    }
    if (access == Access.DENIED) {
      return access;
    }
    Access any = permissions.may(way.action(), filledIn(way.resource(), role, region), context);
    return any == Access.ALLOWED
        ? access
        : access.and(any.or(named(way, role, permissions, account, context)));
  }

  private static Access named(
      Escalation way,
      RoleSecurity role,
      Permissions permissions,
      AccountIdentity account,
      Context context) {
    return switch (way.named()) {
      case ROLES -> passed(way, role, permissions, account, context);
      case OWN -> own(way, role, permissions);
      case LIMITED -> Access.DENIED;
    };
  }

  /** Whether one of the roles that it names is an administrator's. */
  private static Access passed(
      Escalation way,
      RoleSecurity role,
      Permissions permissions,
      AccountIdentity account,
      Context context) {
    Access access = Access.DENIED;
    for (RoleSecurity other : account.administrators()) {
      if (!other.arn().equals(role.arn()) && TrustPolicy.names(other.trust(), way.passedTo())) {
        access = access.or(permissions.may(way.action(), other.arn(), context));
      }
    }
    for (RoleSecurity other : account.openRoles()) {
      if (!other.arn().equals(role.arn()) && TrustPolicy.names(other.trust(), way.passedTo())) {
        access =
            access.or(permissions.may(way.action(), other.arn(), context).and(Access.UNDECIDED));
      }
    }
    for (String pattern : permissions.resources(way.action())) {
      if (isUnknownRole(pattern, role, account)) {
        access = access.or(permissions.may(way.action(), pattern, context).and(Access.UNDECIDED));
      }
    }
    return access;
  }

  /** Roles of other accounts cannot be passed. */
  private static boolean isUnknownRole(String pattern, RoleSecurity role, AccountIdentity account) {
    boolean several = pattern.contains("*") || pattern.contains("?") || pattern.contains("${");
    boolean here = RoleSecurity.accountOf(pattern).equals(role.accountId());
    return several ? !account.rolesComplete() : here && !account.roleArns().contains(pattern);
  }

  /** Whether it may change itself. */
  private static Access own(Escalation way, RoleSecurity role, Permissions permissions) {
    Access access = permissions.may(way.action(), role.arn(), Context.NOTHING);
    for (PolicySecurity policy : role.policies()) {
      if (!policy.arn().isEmpty()) {
        access = access.or(permissions.may(way.action(), policy.arn(), Context.NOTHING));
      }
    }
    return access.or(permissions.mayAnywhere(way.action(), Context.NOTHING).and(Access.UNDECIDED));
  }

  private static String filledIn(String resource, RoleSecurity role, String region) {
    String[] parts = role.arn().split(":", 6);
    return resource
        .replace("{partition}", parts.length == 6 ? parts[1] : "aws")
        .replace("{region}", region)
        .replace("{account}", role.accountId());
  }

  private static List<Escalation> load() {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (Reader reader =
            new InputStreamReader(
                requireNonNull(Escalations.class.getResourceAsStream(FILE), FILE), UTF_8);
        var records = format.parse(reader)) {
      List<Escalation> all = new ArrayList<>();
      for (CSVRecord row : records) {
        all.add(
            new Escalation(
                row.get("name"),
                row.get("action"),
                row.get("resource"),
                Named.valueOf(row.get("named")),
                words(row.get("with")),
                row.get("passed_to")));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
  }
}
