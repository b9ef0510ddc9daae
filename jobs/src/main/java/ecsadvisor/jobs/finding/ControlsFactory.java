package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.fact.ServiceFacts;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the cost controls where they are used: it travels to executors, they do not. What it makes
 * gives the controls of a service in their order, with the settings that hold for it.
 */
@FunctionalInterface
public interface ControlsFactory
    extends Supplier<Function<ServiceFacts, List<CostControl>>>, Serializable {}
