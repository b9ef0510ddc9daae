package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.PolicySecurity.State;
import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.PolicyStatement.Condition;
import ecsadvisor.models.fact.security.PolicyStatement.Principal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of IAM policies: objects, JSON texts, or JSON texts encoded for URLs as the API has
 * them. A document with anything in it that cannot be understood is unreadable as a whole.
 */
final class SecurityPolicies {
  private SecurityPolicies() {}

  /** A policy of a role. */
  static PolicySecurity ofRole(String name, String arn, JsonNode document) {
    return policy(name, arn, document, "resource", "notResource");
  }

  /** The trust policy of a role. */
  static PolicySecurity ofTrust(JsonNode document) {
    return policy("trust", "", document, "principal", "notPrincipal");
  }

  /** A policy whose document the inventory lacks. */
  static PolicySecurity absent(String name, String arn) {
    return new PolicySecurity(name, arn, State.ABSENT, List.of());
  }

  private static PolicySecurity policy(
      String name, String arn, JsonNode document, String subject, String otherSubjects) {
    if (document.isMissingNode()) {
      return absent(name, arn);
    }
    JsonNode body = document.isTextual() ? parsed(document.asText()) : document;
    JsonNode statements = body == null ? null : field(body, "statement");
    if (statements == null || !(statements.isArray() || statements.isObject())) {
      return new PolicySecurity(name, arn, State.UNREADABLE, List.of());
    }
    List<PolicyStatement> read = new ArrayList<>();
    for (JsonNode one : statements.isObject() ? List.of(statements) : statements) {
      PolicyStatement statement = statement(one, subject, otherSubjects);
      if (statement == null) {
        return new PolicySecurity(name, arn, State.UNREADABLE, List.of());
      }
      read.add(statement);
    }
    return new PolicySecurity(name, arn, State.KNOWN, read);
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      String plain = text.stripLeading().startsWith("{") ? text : URLDecoder.decode(text, UTF_8);
      return StrictJson.TREES.readTree(plain);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable PolicyStatement statement(
      JsonNode one, String subject, String otherSubjects) {
    String effect = text(one, "effect");
    List<Condition> conditions = conditions(field(one, "condition"));
    boolean valid =
        (effect.equalsIgnoreCase("Allow") || effect.equalsIgnoreCase("Deny"))
            && isEither(one, "action", "notAction")
            && isEither(one, subject, otherSubjects);
    if (!valid || conditions == null) {
      return null;
    }
    return new PolicyStatement(
        effect.equalsIgnoreCase("Allow"),
        !field(one, "notAction").isMissingNode(),
        texts(field(one, "action", "notAction")),
        !field(one, "notResource").isMissingNode(),
        texts(field(one, "resource", "notResource")),
        conditions,
        !field(one, "notPrincipal").isMissingNode(),
        principals(field(one, "principal", "notPrincipal")));
  }

  private static boolean isEither(JsonNode one, String name, String other) {
    return field(one, name).isMissingNode() != field(one, other).isMissingNode();
  }

  private static List<Principal> principals(JsonNode node) {
    List<Principal> principals = new ArrayList<>();
    if (node.isTextual()) {
      principals.add(new Principal("*", node.asText()));
    }
    for (Map.Entry<String, JsonNode> type : node.properties()) {
      texts(type.getValue()).forEach(value -> principals.add(new Principal(type.getKey(), value)));
    }
    return principals;
  }

  private static @Nullable List<Condition> conditions(JsonNode node) {
    List<Condition> conditions = new ArrayList<>();
    if (!node.isMissingNode() && !node.isObject()) {
      return null;
    }
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      if (!operator.getValue().isObject()) {
        return null;
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(new Condition(operator.getKey(), key.getKey(), texts(key.getValue())));
      }
    }
    return conditions;
  }

  /** A text, or the texts of a list. */
  private static List<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      if (value.isValueNode()) {
        texts.add(value.asText());
      }
    }
    return List.copyOf(texts);
  }
}
