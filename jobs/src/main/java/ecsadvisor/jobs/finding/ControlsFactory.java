package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.CostControl;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;

/** Makes the cost controls where they are used: it travels to executors, they do not. */
@FunctionalInterface
public interface ControlsFactory extends Supplier<List<CostControl>>, Serializable {}
