package ecsadvisor.models.ledger;

import ecsadvisor.models.setting.Setting;

/** The settings of the memory. The components' names are sections of the settings file. */
public record LedgerSettings(
    @Setting("What becomes of recommendations from week to week") Lifecycle.Settings lifecycle,
    @Setting("How savings are measured on the bill") Verifier.Settings verification,
    @Setting("How estimates learn from measured savings") Calibration.Settings calibration,
    @Setting("The decisions of the week") WeeklyPlan.Settings plan) {

  /** What holds where the user says nothing. */
  public static LedgerSettings defaults() {
    return new LedgerSettings(
        Lifecycle.Settings.defaults(),
        Verifier.Settings.defaults(),
        Calibration.Settings.defaults(),
        WeeklyPlan.Settings.defaults());
  }
}
