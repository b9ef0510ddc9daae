package ecsadvisor.models.cost.anomaly;

/**
 * A stretch of days on a level or on a slope.
 *
 * @param from its first day
 * @param to the day after its last
 * @param level value on the first day
 * @param slope change a day; 0 on a level
 * @param count days with a value
 */
record Stretch(int from, int to, double level, double slope, int count) {

  double at(int index) {
    return level + slope * (index - from);
  }

  double end() {
    return at(to - 1);
  }

  int days() {
    return to - from;
  }
}
