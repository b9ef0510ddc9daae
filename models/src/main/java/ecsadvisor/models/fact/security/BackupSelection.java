package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;

/**
 * What a backup plan selects.
 *
 * @param plan the plan's name, or its id where the name is not known
 * @param described whether the inventory has its description, not only its id
 * @param resources ARNs that may hold {@code *}; empty for all
 * @param notResources ARNs that are left out
 * @param anyTag tags of which one is enough
 * @param conditions tags that all must hold
 */
public record BackupSelection(
    String plan,
    boolean described,
    List<String> resources,
    List<String> notResources,
    List<Condition> anyTag,
    List<Condition> conditions)
    implements Serializable {
  public BackupSelection {
    resources = List.copyOf(resources);
    notResources = List.copyOf(notResources);
    anyTag = List.copyOf(anyTag);
    conditions = List.copyOf(conditions);
  }

  /**
   * A condition on a tag.
   *
   * @param operator StringEquals, StringLike, StringNotEquals or StringNotLike in any case
   * @param key the tag's key, without {@code aws:ResourceTag/}
   * @param value the value or, for the operators with Like, a pattern
   */
  public record Condition(String operator, String key, String value) implements Serializable {}
}
