package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.finding.SecurityStep;
import ecsadvisor.models.finding.SecurityStep.EditService;
import ecsadvisor.models.finding.SecurityStep.EditTask;
import ecsadvisor.models.finding.ServiceEdit;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.finding.TaskEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A step of every kind that makes something more secure. */
final class SecurityProposals {
  static final Step TASK = task("app", "data", "PASSWORD");
  static final Step SETTINGS =
      new EditService(
          List.of(
              new ServiceEdit.SetNetwork(true, true, true),
              new ServiceEdit.UseLatestPlatform(),
              new ServiceEdit.BreakCircuit(),
              new ServiceEdit.RebalanceZones(),
              new ServiceEdit.KeepHealthy(100)));
  static final Step SECRET =
      new EditTask(Proposals.REVISION, List.of(new TaskEdit.MoveToSecret("app", "PASSWORD")));

  private SecurityProposals() {}

  /** Every edit of a task definition. */
  static Step task(String container, String volume, String variable) {
    return new EditTask(
        Proposals.REVISION,
        List.of(
            new TaskEdit.DropTaskSetting("pidMode"),
            new TaskEdit.UseAwsvpc(),
            new TaskEdit.ChooseTaskRole(),
            new TaskEdit.EncryptVolume(volume, true),
            new TaskEdit.TagRevision(),
            new TaskEdit.SetFlag(container, "privileged", false),
            new TaskEdit.SetFlag(container, "readonlyRootFilesystem", true),
            new TaskEdit.SetText(container, "user", "1000:1000"),
            new TaskEdit.SetLimit(container, "memory", null),
            new TaskEdit.Take(container, TaskEdit.Take.Kind.CAPABILITY, "SYS_ADMIN"),
            new TaskEdit.Take(container, TaskEdit.Take.Kind.SECURITY_OPTION, variable),
            new TaskEdit.Take(container, TaskEdit.Take.Kind.DEVICE, "/dev/" + variable),
            new TaskEdit.Take(container, TaskEdit.Take.Kind.MOUNT, "/" + variable),
            new TaskEdit.MountReadOnly(container, "/etc"),
            new TaskEdit.FreeHostPort(container, 80),
            new TaskEdit.SetUlimit(container, "nofile", 65_535),
            new TaskEdit.SetUlimit(container, "nproc", null),
            new TaskEdit.MoveToSecret(container, variable),
            new TaskEdit.SendLogs(container, ""),
            new TaskEdit.LogWithoutBlocking(container)));
  }

  static List<Step> all() {
    List<Step> steps = new ArrayList<>(List.of(TASK, SETTINGS, SECRET));
    steps.addAll(shared("shop-resource", "arn:aws:ecs:eu-west-1:111122223333:service/shop/web"));
    steps.addAll(shared("", "arn:aws:ecs:eu-west-1:111122223333:cluster/shop"));
    return steps;
  }

  /** Every step about something that services share, under a name. */
  static List<Step> shared(String name, String arn) {
    List<Step> steps = new ArrayList<>();
    for (SecurityStep.EditCluster.Edit edit : SecurityStep.EditCluster.Edit.values()) {
      steps.add(new SecurityStep.EditCluster(name, edit));
    }
    for (SecurityStep.EditRepository.Edit edit : SecurityStep.EditRepository.Edit.values()) {
      steps.add(new SecurityStep.EditRepository(name, edit));
    }
    Arrays.stream(SecurityStep.TurnOn.Guard.values())
        .map(guard -> new SecurityStep.TurnOn(guard, name))
        .forEach(steps::add);
    steps.addAll(
        List.of(
            new SecurityStep.TagResource(arn),
            new SecurityStep.PutRetention(name),
            new SecurityStep.SecureListener(name),
            new SecurityStep.AssociateWebAcl(name),
            new SecurityStep.CreateAlarm(name, "CPUUtilization", 90),
            new SecurityStep.BackUpFileSystem(name),
            new SecurityStep.ProtectInstances(name),
            new SecurityStep.CloseSecurityGroup(name),
            new SecurityStep.SetPasswordPolicy(14),
            new SecurityStep.ByHand("Do it.", List.of(name))));
    return steps;
  }
}
