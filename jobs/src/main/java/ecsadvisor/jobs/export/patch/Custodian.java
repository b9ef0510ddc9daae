package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Policies of Cloud Custodian, each held to the one resource of the patch. */
final class Custodian {
  /** Custodian expands braces within policies, so only names without them are written. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/+=@-]+");

  private Custodian() {}

  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  static boolean isPlainArn(String text) {
    return text.startsWith("arn:") && isPlain(text);
  }

  /** A policy about one resource; actions are still to be put. */
  static ObjectNode resourceIs(
      PatchSubject subject, String word, String resource, String key, String value) {
    ObjectNode policy =
        JsonText.object()
            .put("name", subject.recommendationId() + "-" + word)
            .put("resource", resource);
    policy.putArray("filters").addObject().put("type", "value").put("key", key).put("value", value);
    return policy;
  }

  static ObjectNode serviceIs(PatchSubject subject, String word) {
    return resourceIs(subject, word, "aws.ecs-service", "serviceArn", subject.serviceArn());
  }

  static String text(List<ObjectNode> policies, String title) {
    ObjectNode file = JsonText.object();
    file.putArray("policies").addAll(policies);
    return "# "
        + PlainText.line(title)
        + "\n# An alternative to apply.sh for those who run Cloud Custodian: use one of both.\n"
        + YamlText.of(file);
  }
}
