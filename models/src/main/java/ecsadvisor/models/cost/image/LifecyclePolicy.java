package ecsadvisor.models.cost.image;

import ecsadvisor.models.fact.RepositoryImage;
import ecsadvisor.models.fact.security.StarPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle policy of ECR, as far as it says which images it has something to do with.
 *
 * @param rules its rules in the order of the text
 */
record LifecyclePolicy(List<Rule> rules) {
  private static final int MOST_RULES = 50;

  LifecyclePolicy {
    rules = List.copyOf(rules);
  }

  /**
   * A rule.
   *
   * @param priority its priority; lower ones go first
   * @param tagStatus tagged, untagged or any
   * @param patterns tags that it selects, with {@code *} as wildcard; prefixes end in one
   */
  record Rule(int priority, String tagStatus, List<String> patterns) {
    Rule {
      patterns = List.copyOf(patterns);
    }

    /** Whether an image is this rule's business, so that no later rule removes it. */
    boolean selects(RepositoryImage image) {
      return switch (tagStatus) {
        case "any" -> true;
        case "untagged" -> image.tags().isEmpty();
        default -> image.tags().stream().anyMatch(this::matches);
      };
    }

    private boolean matches(String tag) {
      return patterns.stream().anyMatch(pattern -> StarPattern.matches(pattern, tag));
    }
  }

  /** The policy of a text, or null where it is none that is understood. */
  static @Nullable LifecyclePolicy parse(String text) {
    try {
      if (Json.read(text) instanceof Map<?, ?> root
          && root.get("rules") instanceof List<?> list
          && list.size() <= MOST_RULES) {
        List<Rule> rules = new ArrayList<>();
        for (Object entry : list) {
          Rule rule = rule(entry);
          if (rule == null) {
            return null;
          }
          rules.add(rule);
        }
        return new LifecyclePolicy(rules);
      }
      return null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Rule rule(@Nullable Object entry) {
    if (entry instanceof Map<?, ?> rule
        && rule.get("rulePriority") instanceof Double priority
        && rule.get("selection") instanceof Map<?, ?> selection
        && selection.get("tagStatus") instanceof String status
        && List.of("tagged", "untagged", "any").contains(status)) {
      List<String> patterns = new ArrayList<>();
      strings(selection.get("tagPatternList")).forEach(patterns::add);
      strings(selection.get("tagPrefixList")).forEach(prefix -> patterns.add(prefix + "*"));
      return new Rule(priority.intValue(), status, patterns);
    }
    return null;
  }

  private static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof String string) {
          strings.add(string);
        }
      }
    }
    return strings;
  }

  /** Whether some rule has to do with an image. */
  boolean selects(RepositoryImage image) {
    return rules.stream().anyMatch(rule -> rule.selects(image));
  }

  /** Whether it has a rule for that status. ECR takes one of untagged and of any. */
  boolean has(String tagStatus) {
    return rules.stream().anyMatch(rule -> rule.tagStatus().equals(tagStatus));
  }

  /** The highest priority number that it uses; zero without rules. */
  int lastPriority() {
    return rules.stream().mapToInt(Rule::priority).max().orElse(0);
  }
}
