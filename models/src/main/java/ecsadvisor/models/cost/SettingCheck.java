package ecsadvisor.models.cost;

/** Checks of settings that name the component and its value. */
final class SettingCheck {
  private SettingCheck() {}

  static void share(String name, double value) {
    between(name, value, 0, 1);
  }

  static void positiveShare(String name, double value) {
    require(value > 0 && value <= 1, name, value, "above 0 and at most 1");
  }

  static void atLeast(String name, double value, double least) {
    require(value >= least && value < Double.POSITIVE_INFINITY, name, value, "at least " + least);
  }

  static void between(String name, double value, double least, double most) {
    require(value >= least && value <= most, name, value, "in " + least + ".." + most);
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + range + ", not " + value);
    }
  }
}
