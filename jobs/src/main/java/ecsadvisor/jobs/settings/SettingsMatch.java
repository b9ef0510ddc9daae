package ecsadvisor.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which services an override is for. All that is said must hold; {@code *} stands for any text.
 *
 * @param names patterns by what they are compared with: account, region, cluster, service,
 *     environment, owner
 * @param tags patterns by tag key
 */
record SettingsMatch(Map<String, Pattern> names, Map<String, Pattern> tags) {
  private static final List<String> NAMES =
      List.of("account", "region", "cluster", "service", "environment", "owner");

  static SettingsMatch of(Config match, String path, Mistakes mistakes) {
    Map<String, Pattern> names = new TreeMap<>();
    Map<String, Pattern> tags = new TreeMap<>();
    for (String key : match.root().keySet()) {
      String quoted = ConfigUtil.quoteString(key);
      try {
        if (NAMES.contains(key)) {
          names.put(key, pattern(match.getString(quoted)));
        } else if (key.equals("tag")) {
          Config wanted = match.getConfig(quoted);
          for (String tag : wanted.root().keySet()) {
            tags.put(tag, pattern(wanted.getString(ConfigUtil.quoteString(tag))));
          }
        } else {
          List<String> known = new ArrayList<>(NAMES);
          known.add("tag");
          mistakes.unknownKey(path, key, known);
        }
      } catch (ConfigException e) {
        mistakes.add(
            "%s must be a text, such as \"dev*\"; tag is a section of such texts"
                .formatted(Mistakes.joined(path, key)));
      }
    }
    if (match.isEmpty()) {
      mistakes.add(
          "%s says of no service; name an account, cluster, service or tag".formatted(path));
    }
    return new SettingsMatch(names, tags);
  }

  boolean holds(ServiceFacts service) {
    for (Map.Entry<String, Pattern> name : names.entrySet()) {
      if (!name.getValue().matcher(nameOf(service, name.getKey())).matches()) {
        return false;
      }
    }
    for (Map.Entry<String, Pattern> tag : tags.entrySet()) {
      if (!hasTag(service, tag.getKey(), tag.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static String nameOf(ServiceFacts service, String name) {
    return switch (name) {
      case "account" -> service.key().accountId();
      case "region" -> service.key().region();
      case "cluster" -> service.key().clusterName();
      case "service" -> service.key().serviceName();
      case "environment" -> service.environment();
      default -> service.owner();
    };
  }

  private static boolean hasTag(ServiceFacts service, String key, Pattern value) {
    List<Tag> all = new ArrayList<>();
    if (service.config() != null) {
      all.addAll(service.config().tags());
    }
    if (service.spend() != null) {
      all.addAll(service.spend().tags());
    }
    return all.stream()
        .anyMatch(
            tag ->
                Tag.plainKey(tag.key()).equals(Tag.plainKey(key))
                    && value.matcher(tag.value()).matches());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
