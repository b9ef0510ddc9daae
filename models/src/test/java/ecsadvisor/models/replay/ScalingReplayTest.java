package ecsadvisor.models.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalingReplayTest {
  private static final TrackingRule RULE = TrackingRule.classic(0.5, 2, 20, 0);

  /** A load that jumps at a minute. */
  private static double[] jump(int length, int at, double before, double after) {
    double[] demand = new double[length];
    Arrays.fill(demand, 0, at, before);
    Arrays.fill(demand, at, length, after);
    return demand;
  }

  @Test
  void runsWhatTheTargetAsksForAtASteadyLoad() {
    ScalingOutcome outcome = new ScalingReplay(jump(600, 0, 0, 3), 1, 1, 3, 0).withTracking(RULE);

    assertEquals(6, outcome.meanTasks(), 1e-9);
    assertEquals(0, outcome.saturatedMinutes());
  }

  @Test
  void servesAJumpAfterPointsDelayAndStart() {
    // Two tasks serve 1; the load jumps to 3. Points at 100, 101, 102 are seen three minutes later.
    ScalingOutcome outcome = new ScalingReplay(jump(600, 100, 1, 3), 1, 1, 4, 0).withTracking(RULE);

    // First ceil(2 x 1 / 0.5) = 4 tasks, asked for at 105 and serving from 109 on.
    assertEquals(9, outcome.saturatedMinutes());
    assertEquals(2, outcome.hourTasks()[0], 1e-9);
    assertEquals(6, outcome.hourTasks()[9], 1e-9);
  }

  @Test
  void servesItSoonerWithPointsEveryTwentySeconds() {
    ScalingReplay replay = new ScalingReplay(jump(600, 100, 1, 3), 1, 1, 4, 0);

    assertEquals(5, replay.withTracking(RULE.highResolution()).saturatedMinutes());
  }

  @Test
  void scalesInAfterFifteenPointsAndTheDelay() {
    ScalingReplay replay = new ScalingReplay(jump(240, 120, 3, 1), 1, 1, 0, 0);

    ScalingOutcome outcome = replay.withTracking(RULE);

    // Six tasks until the point of minute 134 is seen at 137, then two from 138 on.
    assertEquals((6.0 * 18 + 2 * 42) / 60, outcome.hourTasks()[2], 1e-9);
  }

  @Test
  void neverScalesInWhereThatIsDisabled() {
    ScalingReplay replay = new ScalingReplay(jump(240, 120, 3, 1), 1, 1, 0, 0);

    assertEquals(6, replay.withTracking(RULE.withoutScaleIn()).meanTasks(), 1e-9);
  }

  @Test
  void paysForTasksThatDrain() {
    ScalingReplay drained = new ScalingReplay(jump(240, 120, 3, 1), 1, 1, 0, 10);
    ScalingReplay gone = new ScalingReplay(jump(240, 120, 3, 1), 1, 1, 0, 0);

    assertEquals(
        4 * 10,
        drained.withTracking(RULE).taskMinutes() - gone.withTracking(RULE).taskMinutes(),
        1e-9);
  }

  @Test
  void waitsForTheCooldownBetweenScalingIn() {
    double[] demand = jump(400, 0, 0, 8);
    Arrays.fill(demand, 100, 200, 6);
    Arrays.fill(demand, 200, 400, 3);
    TrackingRule slow = TrackingRule.classic(0.5, 2, 20, 90);
    TrackingRule quick = TrackingRule.classic(0.5, 2, 20, 0);
    ScalingReplay replay = new ScalingReplay(demand, 1, 1, 0, 0);

    assertTrue(replay.withTracking(slow).taskMinutes() >= replay.withTracking(quick).taskMinutes());
  }

  @Test
  void doesNothingAndCountsNothingWithoutData() {
    double[] demand = jump(240, 120, 3, Double.NaN);

    ScalingOutcome outcome = new ScalingReplay(demand, 1, 1, 0, 0).withTracking(RULE);

    assertEquals(120, outcome.minutes());
    assertTrue(Double.isNaN(outcome.hourTasks()[3]));
  }

  @Test
  void saysHowOftenTheLargestCountHeldItBack() {
    TrackingRule small = RULE.withMaximum(4);

    ScalingOutcome outcome =
        new ScalingReplay(jump(200, 100, 1, 3), 1, 1, 0, 0).withTracking(small);

    assertEquals(0.5, outcome.cappedShare(), 1e-9);
  }

  @Test
  void stopsCountingWhereItCannotHold() {
    ScalingReplay replay = new ScalingReplay(jump(600, 100, 1, 3), 1, 1, 4, 0);
    double share = replay.withTracking(RULE).saturatedShare();

    assertTrue(replay.holds(RULE, share));
    assertFalse(replay.holds(RULE, share - 1 / 600.0));
  }

  @Test
  void countsTheFixedTasksOfEachHour() {
    ScalingOutcome outcome =
        new ScalingReplay(jump(120, 60, 1, 3), 1.1, 1, 0, 0).withTasks(new double[] {2, 3});

    assertEquals(2.5, outcome.meanTasks(), 1e-9);
    // The hottest of three tasks wants 1.1 of what it has.
    assertEquals(60, outcome.saturatedMinutes());
  }
}
