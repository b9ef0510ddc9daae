package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as the controls of shared things see it: as it is, and as the controls of single
 * services would leave it. Its history has stayed behind.
 *
 * @param key which service
 * @param profile how much risk it may take
 * @param owner its owner; empty where no tag says
 * @param environment its environment; empty likewise
 * @param launchType where its tasks run
 * @param currency currency of its costs; empty without a bill
 * @param payerAccountId the account that pays; empty without a bill
 * @param config the inventory's view, or null without one
 * @param sizeNow what a task reserves, or null where not known
 * @param sizeAfter what it would reserve, likewise
 * @param tasksNow mean number of running tasks, or null where not known
 * @param tasksAfter mean number after the controls, likewise
 * @param peakTasksNow most tasks in any hour of the window, or null where not known
 * @param peakTasksAfter the same after the controls
 * @param monthlyCostNow effective cost of a month, or null without a bill
 * @param monthlyCostAfter the same after the controls
 * @param spotShareNow share of the tasks on Spot, 0..1
 * @param spotShareAfter the same after the controls
 * @param hoursNow what a commitment could cover of it on Fargate
 * @param hoursAfter the same after the controls
 * @param costDays effective cost by day and kind of charge, ascending
 * @param requests requests by day
 * @param daysKnown days of the window with telemetry
 */
public record FleetService(
    ServiceKey key,
    Profile profile,
    String owner,
    String environment,
    LaunchType launchType,
    String currency,
    String payerAccountId,
    @Nullable ServiceConfig config,
    @Nullable Reservation sizeNow,
    @Nullable Reservation sizeAfter,
    @Nullable Double tasksNow,
    @Nullable Double tasksAfter,
    @Nullable Double peakTasksNow,
    @Nullable Double peakTasksAfter,
    @Nullable Double monthlyCostNow,
    @Nullable Double monthlyCostAfter,
    double spotShareNow,
    double spotShareAfter,
    List<SpendHours> hoursNow,
    List<SpendHours> hoursAfter,
    List<CostDay> costDays,
    List<RequestDay> requests,
    int daysKnown)
    implements Serializable {
  public FleetService {
    hoursNow = List.copyOf(hoursNow);
    hoursAfter = List.copyOf(hoursAfter);
    costDays = List.copyOf(costDays);
    requests = List.copyOf(requests);
  }

  /** What a task reserves. */
  public record Reservation(int cpuUnits, int memoryMiB) implements Serializable {}
}
