package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.Locale;
import java.util.Set;

/**
 * Does no container get rights by which it can leave its bounds? Looks for Linux capabilities that
 * govern the host, its network, its modules or other processes, and for security options that
 * switch seccomp, AppArmor, SELinux labels or no-new-privileges off.
 */
public final class NoAddedCapabilities implements TaskCheck {
  private static final Set<String> CAPABILITIES =
      Set.of(
          "ALL",
          "BPF",
          "DAC_READ_SEARCH",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "NET_ADMIN",
          "SYS_ADMIN",
          "SYS_BOOT",
          "SYS_MODULE",
          "SYS_PTRACE",
          "SYS_RAWIO");
  private static final Set<String> OPTIONS =
      Set.of(
          "seccomp:unconfined", "apparmor:unconfined", "label:disable", "no-new-privileges:false");

  @Override
  public String statement() {
    return "No container gets capabilities or security options that undo its isolation";
  }

  @Override
  public String remedy() {
    return "Remove the capabilities from linuxParameters.capabilities.add and the options from dockerSecurityOptions.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    CheckResult capabilities =
        Containers.without(
            task,
            CheckReason.ADDED_CAPABILITIES,
            "linuxParameters.capabilities.add",
            container ->
                container.addedCapabilities().stream()
                    .filter(NoAddedCapabilities::isWide)
                    .toList());
    CheckResult options =
        Containers.without(
            task,
            CheckReason.ADDED_CAPABILITIES,
            "dockerSecurityOptions",
            container ->
                container.securityOptions().stream()
                    .filter(NoAddedCapabilities::undoesIsolation)
                    .toList());
    if (capabilities.verdict() == Verdict.FAIL && options.verdict() == Verdict.FAIL) {
      return capabilities.with(options.because());
    }
    boolean first = capabilities.verdict() == Verdict.FAIL || options.verdict() == Verdict.PASS;
    return first ? capabilities : options;
  }

  /** Whether a capability governs more than its container. */
  public static boolean isWide(String capability) {
    return CAPABILITIES.contains(plain(capability));
  }

  /** Whether a security option switches isolation off. */
  public static boolean undoesIsolation(String option) {
    return OPTIONS.contains(option.strip().replace('=', ':'));
  }

  private static String plain(String capability) {
    String name = capability.strip().toUpperCase(Locale.ROOT);
    return name.startsWith("CAP_") ? name.substring("CAP_".length()) : name;
  }
}
