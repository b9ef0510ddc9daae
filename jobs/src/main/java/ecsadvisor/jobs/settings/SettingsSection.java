package ecsadvisor.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import ecsadvisor.jobs.source.UserMistake;

/** Settings of one section of a file that hold for everything. */
public final class SettingsSection {
  /** The section of the security checks. */
  public static final String CHECKS = "checks";

  /** The section of the memory of recommendations. */
  public static final String LEDGER = "ledger";

  private SettingsSection() {}

  /** Whether a key of the file, written with dots, is read here. */
  public static boolean owns(String key) {
    return key.startsWith(CHECKS + ".") || key.startsWith(LEDGER + ".");
  }

  /**
   * The settings that a file gives.
   *
   * @param section the section's name
   * @param file its name, for messages
   * @param defaults what holds where it says nothing
   * @throws UserMistake with one line per unknown key or wrong value
   */
  public static <S extends Record> S read(Config config, String section, String file, S defaults) {
    Mistakes mistakes = new Mistakes(file);
    S settings = defaults;
    try {
      if (config.hasPath(section)) {
        settings = new SettingsReader(mistakes).read(config.getConfig(section), section, defaults);
      }
    } catch (ConfigException e) {
      mistakes.add(section + " is a section with sections of its own");
    }
    if (!mistakes.lines().isEmpty()) {
      throw new UserMistake(mistakes.lines());
    }
    return settings;
  }
}
