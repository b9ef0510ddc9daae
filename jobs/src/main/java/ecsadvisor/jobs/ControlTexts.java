package ecsadvisor.jobs;

import ecsadvisor.jobs.finding.ControlsFactory;
import ecsadvisor.jobs.settings.SettingsBook;
import ecsadvisor.jobs.settings.SettingsSection;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.ledger.LedgerSettings;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.SecurityPrices;
import ecsadvisor.models.security.SecuritySettings;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What the user's files say of settings and prices, as text: that travels to executors, where it is
 * read again.
 *
 * @param config text of the settings file; empty without one
 * @param configFile its name, for messages
 * @param prices text of the price file, or null for the shipped one
 */
record ControlTexts(String config, String configFile, @Nullable String prices)
    implements Serializable {

  /**
   * The settings.
   *
   * @throws ecsadvisor.jobs.source.UserMistake with one line per mistake
   */
  SettingsBook<CostSettings> settings() {
    return SettingsBook.read(
        SettingsBook.parse(config, configFile),
        configFile,
        CostSettings.defaults(),
        CostSettings.SHARED);
  }

  /**
   * The settings of the security checks.
   *
   * @throws ecsadvisor.jobs.source.UserMistake with one line per mistake
   */
  SecuritySettings securitySettings() {
    return SettingsSection.read(
        SettingsBook.parse(config, configFile),
        SettingsSection.CHECKS,
        configFile,
        SecuritySettings.defaults());
  }

  /**
   * The settings of the memory of recommendations.
   *
   * @throws ecsadvisor.jobs.source.UserMistake with one line per mistake
   */
  LedgerSettings ledgerSettings() {
    return SettingsSection.read(
        SettingsBook.parse(config, configFile),
        SettingsSection.LEDGER,
        configFile,
        LedgerSettings.defaults());
  }

  /**
   * The prices.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  PriceBook priceBook() {
    if (prices == null) {
      return PriceBook.shipped();
    }
    try {
      return PriceBook.read(new StringReader(prices), "prices");
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot fail to be read", e);
    }
  }

  /**
   * The prices of what fixes of security checks use: the shipped ones, with the price file's laid
   * over them.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  SecurityPrices securityPrices() {
    if (prices == null) {
      return SecurityPrices.shipped();
    }
    try {
      return SecurityPrices.read(new StringReader(prices), "prices");
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot fail to be read", e);
    }
  }

  /** The controls of single services, to be made on executors. */
  ControlsFactory controls(BillRates rates, InstancePools pools) {
    return () -> new ControlsOfServices(settings(), priceBook(), rates, pools);
  }
}
