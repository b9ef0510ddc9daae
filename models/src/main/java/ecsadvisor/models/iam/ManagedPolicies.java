package ecsadvisor.models.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicyStatement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A few policies of AWS whose contents are known, for exports that leave them out. */
public final class ManagedPolicies {
  /** What the ECS agent needs on an instance. */
  public static final String AGENT = "service-role/AmazonEC2ContainerServiceforEC2Role";

  private static final String FILE = "managed-policies.csv";
  private static final String OWNER = ":iam::aws:policy/";
  private static final Map<String, List<PolicyStatement>> ALL = load();

  private ManagedPolicies() {}

  /** The policy with that ARN, or null where its content is not known. */
  public static @Nullable PolicySecurity find(String arn) {
    List<PolicyStatement> statements = ALL.get(pathOf(arn));
    return statements == null
        ? null
        : new PolicySecurity(
            arn.substring(arn.lastIndexOf('/') + 1), arn, PolicySecurity.State.KNOWN, statements);
  }

  /** Whether a policy is the ECS agent's own. */
  public static boolean isAgent(PolicySecurity policy) {
    return pathOf(policy.arn()).equals(AGENT);
  }

  /** Whether the ECS agent's policy allows an action. */
  public static boolean agentMay(String action) {
    return requireNonNull(ALL.get(AGENT)).stream()
        .anyMatch(statement -> Scope.acts(statement, action));
  }

  private static String pathOf(String arn) {
    int at = arn.indexOf(OWNER);
    return at < 0 ? "" : arn.substring(at + OWNER.length());
  }

  private static Map<String, List<PolicyStatement>> load() {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (Reader reader =
            new InputStreamReader(
                requireNonNull(ManagedPolicies.class.getResourceAsStream(FILE), FILE), UTF_8);
        var records = format.parse(reader)) {
      Map<String, List<PolicyStatement>> all = new HashMap<>();
      for (CSVRecord row : records) {
        all.computeIfAbsent(row.get("policy"), name -> new ArrayList<>())
            .add(
                new PolicyStatement(
                    true,
                    row.get("element").equals("NotAction"),
                    List.of(row.get("actions").split(" ", -1)),
                    false,
                    List.of("*"),
                    List.of(),
                    false,
                    List.of()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
