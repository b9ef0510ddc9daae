package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operating system that a service's containers run on.
 *
 * <p>The revision's runtime platform says it; else the service's platform family or its instances;
 * else what runs on Linux only: ARM processors, the network modes bridge and host, and Fargate
 * without a runtime platform. AWS Config does not record runtime platforms, so there their absence
 * says nothing.
 */
enum OperatingSystem {
  LINUX,
  WINDOWS,
  AMBIGUOUS;

  /** Of a revision, or of the service alone where the inventory has no revision. */
  static OperatingSystem of(@Nullable TaskSecurity task, SecurityFacts service) {
    OperatingSystem named = task == null ? AMBIGUOUS : named(task.operatingSystemFamily());
    if (named == AMBIGUOUS) {
      named = named(service.security().platformFamily());
    }
    return named == AMBIGUOUS && task != null ? implied(task, service) : named;
  }

  /**
   * The answer on the system that a revision runs on. Where nothing says which, the answer is open
   * only if a failure depends on it.
   */
  static CheckResult judge(
      TaskSecurity task,
      SecurityFacts service,
      Supplier<CheckResult> onLinux,
      Supplier<CheckResult> onWindows) {
    return switch (of(task, service)) {
      case LINUX -> onLinux.get();
      case WINDOWS -> onWindows.get();
      case AMBIGUOUS -> either(onLinux.get(), onWindows.get());
    };
  }

  /** The answer where both systems give the same, or neither a worse one than PASS. */
  static CheckResult either(CheckResult onLinux, CheckResult onWindows) {
    if (onLinux.verdict() == onWindows.verdict() || (holds(onLinux) && holds(onWindows))) {
      return onLinux.verdict() == Verdict.NOT_APPLICABLE ? onWindows : onLinux;
    }
    return CheckResult.noData(
            CheckReason.AMBIGUOUS_PLATFORM,
            "ecs-task-definition",
            "Set runtimePlatform in the task definition, or add"
                + " aws ecs describe-container-instances of the cluster.")
        .with((onLinux.verdict() == Verdict.FAIL ? onLinux : onWindows).because());
  }

  private static boolean holds(CheckResult answer) {
    return answer.verdict() == Verdict.PASS || answer.verdict() == Verdict.NOT_APPLICABLE;
  }

  private static OperatingSystem named(String family) {
    String name = family.strip().toUpperCase(Locale.ROOT);
    if (name.startsWith("WINDOWS")) {
      return WINDOWS;
    }
    return name.startsWith("LINUX") ? LINUX : AMBIGUOUS;
  }

  private static OperatingSystem implied(TaskSecurity task, SecurityFacts service) {
    TaskDefinition definition = service.config().taskDefinition(task.arn());
    Platform platform = definition == null ? Platform.UNKNOWN : definition.platform();
    if (platform == Platform.WINDOWS) {
      return WINDOWS;
    }
    String mode = task.networkMode().toLowerCase(Locale.ROOT);
    boolean silentFargate =
        Launch.onFargate(service)
            && !task.fromConfig()
            && task.operatingSystemFamily().isEmpty()
            && !task.open().touch("runtimePlatform");
    boolean linuxOnly =
        platform == Platform.ARM || mode.equals("bridge") || mode.equals("host") || silentFargate;
    return linuxOnly ? LINUX : AMBIGUOUS;
  }
}
