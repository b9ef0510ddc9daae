package ecsadvisor.models.cost;

/**
 * The settings of all cost controls. The components' names are the sections of the settings file.
 */
public record CostSettings(RightSizeTasks.Settings rightSizeTasks) {

  /** What holds where the user says nothing. */
  public static CostSettings defaults() {
    return new CostSettings(RightSizeTasks.Settings.defaults());
  }
}
