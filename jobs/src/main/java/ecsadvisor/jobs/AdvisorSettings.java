package ecsadvisor.jobs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import ecsadvisor.jobs.finding.TagSettings;
import ecsadvisor.jobs.settings.EditDistance;
import ecsadvisor.jobs.settings.SettingsBook;
import ecsadvisor.jobs.settings.SettingsSection;
import ecsadvisor.jobs.settings.SettingsText;
import ecsadvisor.jobs.source.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user may set in the file given by {@code --config} (HOCON).
 *
 * @param tags which tags say who owns a service and how much risk it may take
 */
record AdvisorSettings(TagSettings tags) {
  private static final String TAGS_OWNER = "tags.owner";
  private static final String TAGS_ENVIRONMENT = "tags.environment";
  private static final String TAGS_COST_CENTRE = "tags.cost-centre";
  private static final String PROFILES_DEV = "profiles.dev";
  private static final String PROFILES_CRITICAL = "profiles.critical";
  private static final List<String> KEYS =
      List.of(TAGS_OWNER, TAGS_ENVIRONMENT, TAGS_COST_CENTRE, PROFILES_DEV, PROFILES_CRITICAL);

  /** What holds without a file. */
  static AdvisorSettings defaults() {
    return new AdvisorSettings(TagSettings.defaults());
  }

  /**
   * Reads a file.
   *
   * @throws UserMistake with one line per unknown key or wrong value
   */
  static AdvisorSettings read(String text, String file) {
    Config config = SettingsBook.parse(text, file);
    List<String> mistakes = new ArrayList<>();
    Map<String, ConfigValue> entries = new TreeMap<>();
    config.entrySet().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    for (String key : entries.keySet()) {
      if (!KEYS.contains(key) && !SettingsBook.owns(key) && !SettingsSection.owns(key)) {
        mistakes.add(
            "--config %s: unknown key %s. Maybe you mean %s?".formatted(file, key, nearest(key)));
      }
    }
    TagSettings defaults = TagSettings.defaults();
    TagSettings tags =
        new TagSettings(
            strings(config, TAGS_OWNER, defaults.ownerKeys(), file, mistakes),
            strings(config, TAGS_ENVIRONMENT, defaults.environmentKeys(), file, mistakes),
            strings(config, TAGS_COST_CENTRE, defaults.costCentreKeys(), file, mistakes),
            lowerCase(config, PROFILES_DEV, defaults.devEnvironments(), file, mistakes),
            lowerCase(config, PROFILES_CRITICAL, defaults.criticalEnvironments(), file, mistakes));
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return new AdvisorSettings(tags);
  }

  /** The settings as a part of a file that could be read back. */
  String text() {
    return """
        # Keys of the tag that names a service's owner; the first that a service has wins
        %s = %s
        # Keys of the tag that names its environment, likewise
        %s = %s
        # Keys of the tag that names who bears its cost, likewise
        %s = %s
        # Environments, upper or lower case, whose services may take more risk
        %s = %s
        # Environments whose services may take less risk; all others are production
        %s = %s
        """
        .formatted(
            TAGS_OWNER,
            SettingsText.list(tags.ownerKeys()),
            TAGS_ENVIRONMENT,
            SettingsText.list(tags.environmentKeys()),
            TAGS_COST_CENTRE,
            SettingsText.list(tags.costCentreKeys()),
            PROFILES_DEV,
            SettingsText.list(new TreeSet<>(tags.devEnvironments())),
            PROFILES_CRITICAL,
            SettingsText.list(new TreeSet<>(tags.criticalEnvironments())));
  }

  private static List<String> strings(
      Config config, String key, List<String> fallback, String file, List<String> mistakes) {
    if (!config.hasPath(key)) {
      return fallback;
    }
    try {
      return config.getStringList(key);
    } catch (ConfigException e) {
      mistakes.add(
          "--config %s: %s must be a list of texts, such as [\"owner\", \"team\"]"
              .formatted(file, key));
      return fallback;
    }
  }

  private static Set<String> lowerCase(
      Config config, String key, Set<String> fallback, String file, List<String> mistakes) {
    return Set.copyOf(
        strings(config, key, List.copyOf(fallback), file, mistakes).stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .distinct()
            .toList());
  }

  private static String nearest(String key) {
    String best = KEYS.get(0);
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : KEYS) {
      int distance = EditDistance.between(key, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }
}
