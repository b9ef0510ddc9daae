package ecsadvisor.models.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPointsTest {

  @Test
  void servicePointIsAverageOverTasksAndMaximumOfTheHottest() {
    DayPoints first = new DayPoints();
    first.add(0, 1, 0.2, 0.2, 1);
    first.add(1, 1, 0.3, 0.3, 1);
    DayPoints second = new DayPoints();
    second.add(0, 1, 0.6, 0.6, 1);
    DayPoints service = TaskPoints.combine(List.of(first, second));
    assertEquals(2, service.size());
    assertEquals(0.4, service.average(0), 1e-12);
    assertEquals(0.6, service.maximum(0));
    assertEquals(2, service.sampleCount(0));
    assertEquals(1, service.sampleCount(1));
  }

  @Test
  void tasksWithoutPointsGiveNone() {
    assertEquals(0, TaskPoints.combine(List.of(new DayPoints())).size());
  }

  @Test
  void longerPeriodsAreNotTaskPoints() {
    DayPoints points = new DayPoints();
    points.add(0, 5, 0.2, 0.2, 1);
    assertThrows(IllegalArgumentException.class, () -> TaskPoints.combine(List.of(points)));
  }

  @Test
  void samplesPerMinuteAreRunningTasks() {
    DayPoints cpu = new DayPoints();
    cpu.add(0, 1, 0.2, 0.2, 3);
    cpu.add(1, 1, 0.2, 0.2, 0);
    cpu.add(5, 5, 0.2, 0.2, 10);
    DayPoints running = TaskPoints.runningTasks(cpu);
    assertEquals(2, running.size());
    assertEquals(3, running.maximum(0));
    assertEquals(2, running.average(1));
  }
}
