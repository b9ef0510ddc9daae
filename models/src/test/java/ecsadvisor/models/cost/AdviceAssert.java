package ecsadvisor.models.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.TaskSize;
import java.util.List;
import java.util.Objects;

/** Says in one line what the control answers for a service. */
final class AdviceAssert {
  static final RightSizeTasks CONTROL =
      new RightSizeTasks(RightSizeTasks.Settings.defaults(), PriceBook.shipped());

  private AdviceAssert() {}

  static Advice advise(ServiceBuilder service) {
    return CONTROL.advise(service.facts());
  }

  static Advice.Change change(ServiceBuilder service) {
    return change(service.facts());
  }

  static Advice.Change change(ServiceFacts service) {
    return assertInstanceOf(Advice.Change.class, CONTROL.advise(service));
  }

  static TaskSize sizeAfter(Advice.Change change) {
    return Objects.requireNonNull(TaskReservation.of(definitionAfter(change)));
  }

  static TaskDefinition definitionAfter(Advice.Change change) {
    ServiceConfig config = Objects.requireNonNull(change.after().config());
    return Objects.requireNonNull(config.primaryTaskDefinition());
  }

  static void stays(ServiceBuilder service, ReasonCode reason) {
    assertEquals(
        reason, assertInstanceOf(Advice.AsIs.class, advise(service)).reason(), "reason to stay");
  }

  static void isWithheld(ServiceBuilder service, ReasonCode... reasons) {
    assertEquals(
        List.of(reasons),
        assertInstanceOf(Advice.NoData.class, advise(service)).reasons(),
        "reasons to withhold");
  }

  static String evidence(Advice advice, String name) {
    for (Evidence evidence : advice.because()) {
      if (evidence.name().equals(name)) {
        return evidence.value();
      }
    }
    throw new AssertionError("No evidence " + name + " in " + advice.because());
  }
}
