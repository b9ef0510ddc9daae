package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.StackSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a service comes from. Only AWS writes tags that begin with {@code aws:}, so the tag of a
 * stack shows that it was made by one; it still is only if the stack exists. A stack may be deleted
 * and leave the service behind: nothing manages it then.
 *
 * @param answer PASS where it comes from code, FAIL where it does not, else NO_DATA
 * @param stack the stack that manages it, or null for another tool or none
 */
public record Provenance(CheckResult answer, @Nullable StackSecurity stack) {
  private static final String STACK_TAG = "aws:cloudformation:stack-id";
  private static final Set<String> DENIALS = Set.of("false", "no", "none", "0", "manual");
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** Where a service comes from. */
  public static Provenance of(SecurityFacts service, ManagedByCode.Settings settings) {
    List<Tag> tags = service.config().tags();
    String stackId = "";
    for (Tag tag : tags) {
      stackId = tag.key().equals(STACK_TAG) ? tag.value() : stackId;
    }
    StackSecurity stack = service.security().change().stack();
    if (!stackId.isEmpty() && stack != null && !stack.status().equals("DELETE_COMPLETE")) {
      return new Provenance(CheckResult.pass(new Evidence("stack", stack.id())), stack);
    }
    for (Tag tag : tags) {
      if (names(tag, settings)) {
        Evidence named = new Evidence("tag", tag.key() + "=" + tag.value());
        return new Provenance(CheckResult.pass(named, new Evidence("shown_by", "tag")), null);
      }
    }
    if (!stackId.isEmpty()) {
      return new Provenance(gone(service, stackId, stack != null), null);
    }
    return new Provenance(
        service.security().tagsKnown()
            ? CheckResult.fail(CheckReason.NOT_FROM_CODE, new Evidence("tags", "" + tags.size()))
            : CheckResult.noData(
                CheckReason.MISSING_EXPORT,
                "ecs-service",
                "Add aws ecs describe-services --include TAGS."),
        null);
  }

  private static CheckResult gone(SecurityFacts service, String stackId, boolean deleted) {
    Evidence named = new Evidence("stack", stackId);
    String[] parts = stackId.split(":", -1);
    boolean here =
        parts.length > ACCOUNT
            && parts[REGION].equals(service.key().region())
            && parts[ACCOUNT].equals(service.key().accountId());
    CheckResult unread =
        Freshness.unread(service, "cloudformation-stack", "aws cloudformation describe-stacks");
    if (deleted || (here && unread == null)) {
      return CheckResult.fail(CheckReason.STACK_GONE, named);
    }
    return unread != null
        ? unread.with(List.of(named))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "cloudformation-stack",
            "Add aws cloudformation describe-stacks of the account and region of the stack.",
            named);
  }

  /** Whether a tag says that a tool manages the service. */
  private static boolean names(Tag tag, ManagedByCode.Settings settings) {
    String key = Tag.plainKey(tag.key());
    String value = tag.value().strip().toLowerCase(Locale.ROOT);
    if (tag.key().startsWith("aws:") || DENIALS.contains(value)) {
      return false;
    }
    for (String tool : settings.codeTools()) {
      if (key.equals(tool) || key.startsWith(tool + "_")) {
        return true;
      }
    }
    String compact = key.replace("_", "");
    Set<String> words = Set.copyOf(List.of(value.split("[^a-z0-9]+", -1)));
    return settings.codeTags().stream()
            .anyMatch(one -> Tag.plainKey(one).replace("_", "").equals(compact))
        && settings.codeTools().stream().anyMatch(words::contains);
  }
}
