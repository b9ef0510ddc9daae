package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a resource on the bill, with what its cost depends on. A day on which it cost nothing
 * may be left out.
 *
 * @param cost effective cost of what the change works on: compute for tasks, without data transfer
 * @param taskHours hours of its tasks; 0 where there are none
 * @param reservedVcpuHours vCPU-hours that tasks reserved, for a cluster; else 0
 * @param load requests or vCPU-hours used; null where unknown
 * @param size task size such as {@code 512/1024}; empty where unknown
 * @param architecture empty where unknown
 * @param launchType empty where unknown
 * @param spotShare share of the task-hours on Spot; null where unknown
 * @param coveredShare share of the list cost that commitments cover; null where unknown
 * @param listRate list price of a unit, such as a vCPU-hour on demand; null where unknown
 * @param autoScaled whether the number of tasks follows the load
 */
public record ResourceDay(
    LocalDate day,
    double cost,
    double taskHours,
    double reservedVcpuHours,
    @Nullable Double load,
    String size,
    String architecture,
    String launchType,
    @Nullable Double spotShare,
    @Nullable Double coveredShare,
    @Nullable Double listRate,
    boolean autoScaled)
    implements Serializable {}
