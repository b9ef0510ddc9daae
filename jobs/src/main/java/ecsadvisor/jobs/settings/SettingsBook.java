package ecsadvisor.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.fact.ServiceFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the controls, and what a file says of them for single accounts, clusters,
 * services and tags.
 *
 * <pre>
 * controls { right-size-tasks { minimum-days = 10 } }
 * overrides = [
 *   { match { cluster = "dev*" }, controls { stop-off-hours { minimum-weeks = 3 } } }
 * ]
 * </pre>
 *
 * Later overrides win over earlier ones, all of them over {@code controls}.
 *
 * @param <R> the record of all settings
 */
public final class SettingsBook<R extends Record> {
  private static final String CONTROLS = "controls";
  private static final String OVERRIDES = "overrides";

  private record ServiceOverride(SettingsMatch match, Config controls, String path) {}

  private final R base;
  private final List<ServiceOverride> overrides;
  private final Map<BitSet, R> made = new HashMap<>();

  private SettingsBook(R base, List<ServiceOverride> overrides) {
    this.base = base;
    this.overrides = overrides;
  }

  /** Whether a key of the file, written with dots, is read here. */
  public static boolean owns(String key) {
    return key.equals(OVERRIDES)
        || key.startsWith(OVERRIDES + ".")
        || key.startsWith(CONTROLS + ".");
  }

  /**
   * Parses a file.
   *
   * @throws UserMistake where it is no HOCON
   */
  public static Config parse(String text, String file) {
    try {
      return ConfigFactory.parseString(
              text,
              ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setOriginDescription(file))
          .resolve();
    } catch (ConfigException e) {
      throw new UserMistake("--config %s: %s".formatted(file, e.getMessage()));
    }
  }

  /**
   * The book of a file. Keys beside {@code controls} and {@code overrides} are left to others.
   *
   * @param file its name, for messages
   * @param defaults what holds where it says nothing
   * @param shared sections of controls of what services share, which no override can change
   * @throws UserMistake with one line per unknown key or wrong value
   */
  public static <R extends Record> SettingsBook<R> read(
      Config config, String file, R defaults, Set<String> shared) {
    Mistakes mistakes = new Mistakes(file);
    SettingsReader reader = new SettingsReader(mistakes);
    R base = defaults;
    List<ServiceOverride> overrides = new ArrayList<>();
    try {
      if (config.hasPath(CONTROLS)) {
        base = reader.read(config.getConfig(CONTROLS), CONTROLS, defaults);
      }
      if (config.hasPath(OVERRIDES)) {
        int number = 1;
        for (Config one : config.getConfigList(OVERRIDES)) {
          String path = OVERRIDES + "[" + number++ + "]";
          ServiceOverride override = override(one, path, reader, mistakes, base);
          override.controls().root().keySet().stream()
              .filter(shared::contains)
              .sorted()
              .forEach(
                  section ->
                      mistakes.add(
                          "%s.%s is about what services share, so it holds for all of them; set it under controls"
                              .formatted(override.path(), section)));
          overrides.add(override);
        }
      }
    } catch (ConfigException e) {
      mistakes.add("controls is a section, overrides a list of { match { … }, controls { … } }");
    }
    if (!mistakes.lines().isEmpty()) {
      throw new UserMistake(mistakes.lines());
    }
    return new SettingsBook<>(base, overrides);
  }

  /** What holds for everything that is no single service. */
  public R base() {
    return base;
  }

  /** What holds for a service. */
  public R of(ServiceFacts service) {
    BitSet matching = new BitSet();
    for (int i = 0; i < overrides.size(); i++) {
      matching.set(i, overrides.get(i).match().holds(service));
    }
    return made.computeIfAbsent(matching, this::made);
  }

  private R made(BitSet matching) {
    SettingsReader reader = new SettingsReader(new Mistakes(""));
    R settings = base;
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      ServiceOverride override = overrides.get(i);
      settings = reader.read(override.controls(), override.path(), settings);
    }
    return settings;
  }

  private static <R extends Record> ServiceOverride override(
      Config one, String path, SettingsReader reader, Mistakes mistakes, R base) {
    for (String key : one.root().keySet()) {
      if (!key.equals("match") && !key.equals(CONTROLS)) {
        mistakes.unknownKey(path, key, List.of("match", CONTROLS));
      }
    }
    Config controls = one.hasPath(CONTROLS) ? one.getConfig(CONTROLS) : ConfigFactory.empty();
    reader.read(controls, path + "." + CONTROLS, base);
    Config match = one.hasPath("match") ? one.getConfig("match") : ConfigFactory.empty();
    return new ServiceOverride(
        SettingsMatch.of(match, path + ".match", mistakes), controls, path + "." + CONTROLS);
  }
}
