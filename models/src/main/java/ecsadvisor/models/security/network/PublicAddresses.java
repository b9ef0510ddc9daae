package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import java.util.List;

/** Which network settings give tasks public addresses. */
final class PublicAddresses {
  static final String TASK_SET = "taskSet";

  /** The field that says whether tasks get public addresses. */
  static final String FIELD = "networkConfiguration.awsvpcConfiguration.assignPublicIp";

  private PublicAddresses() {}

  /** Whether tasks with that setting get a public address: on EC2 they cannot. */
  static boolean given(SecurityFacts service, NetworkSetting setting) {
    LaunchType launch = service.config().launchType();
    return setting.publicAddress() && launch != LaunchType.EC2 && launch != LaunchType.EXTERNAL;
  }

  /** The settings of the task sets, or those of the service and its deployments. */
  static List<NetworkSetting> settings(SecurityFacts service, boolean ofTaskSets) {
    return service.security().networks().stream()
        .filter(setting -> setting.owner().equals(TASK_SET) == ofTaskSets)
        .toList();
  }
}
