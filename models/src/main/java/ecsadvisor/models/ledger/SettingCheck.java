package ecsadvisor.models.ledger;

/** Checks of settings that name the component and its value. */
final class SettingCheck {
  private SettingCheck() {}

  static void share(String name, double value) {
    require(value >= 0 && value <= 1, name, value, "in 0..1");
  }

  static void atLeast(String name, double value, double least) {
    require(value >= least && value < Double.POSITIVE_INFINITY, name, value, "at least " + least);
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + range + ", not " + value);
    }
  }
}
