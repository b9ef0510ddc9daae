package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;

/**
 * Does no container reach a device of its host? {@code linuxParameters.devices} is empty. GPUs that
 * ECS assigns are no such devices.
 */
public final class NoHostDevices implements TaskCheck {
  @Override
  public String statement() {
    return "No container reaches a device of its host";
  }

  @Override
  public String remedy() {
    return "Remove linuxParameters.devices, or limit them to what the container reads.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return Containers.without(
        task, CheckReason.HOST_DEVICE, "linuxParameters.devices", ContainerSecurity::devices);
  }
}
