package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tags that people give; those whose key begins with {@code aws:} come from AWS. The CLI prints an
 * empty list also where tags were not asked for, so that an empty one counts only where a manifest
 * calls the kind complete, or where AWS Config recorded it.
 */
final class OwnTags {
  private OwnTags() {}

  /**
   * The answer for a resource.
   *
   * @param known whether the source includes tags
   * @param recorded whether AWS Config recorded it
   * @param call the command that reads the tags
   */
  static CheckResult judge(
      List<Tag> tags,
      boolean known,
      boolean recorded,
      SecurityFacts service,
      String kind,
      String call) {
    String keys =
        tags.stream()
            .map(Tag::key)
            .filter(key -> !key.toLowerCase(Locale.ROOT).startsWith("aws:"))
            .collect(Collectors.joining(", "));
    if (!keys.isEmpty()) {
      return CheckResult.pass(new Evidence("tags", keys));
    }
    if (!known) {
      return CheckResult.noData(CheckReason.MISSING_EXPORT, kind, "Add " + call + ".");
    }
    CheckResult unread = tags.isEmpty() && !recorded ? Freshness.unread(service, kind, call) : null;
    return unread == null
        ? CheckResult.fail(CheckReason.UNTAGGED, new Evidence("tags", "none"))
        : unread;
  }
}
