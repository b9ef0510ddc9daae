package ecsadvisor.jobs.finding;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.security.CheckReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures in words, the same in every table. */
final class Texts {
  private Texts() {}

  /** {@code name=value; name=value}. */
  static String evidence(List<Evidence> evidence) {
    return evidence.stream()
        .map(item -> item.name() + "=" + item.value())
        .collect(Collectors.joining("; "));
  }

  /** The codes of reasons, separated by {@code ;}. */
  static String reasons(List<CheckReason> reasons) {
    return reasons.stream().map(CheckReason::name).collect(Collectors.joining(";"));
  }

  /** {@code input: what to do; input: what to do}. */
  static String missing(List<Missing> missing) {
    return missing.stream()
        .map(one -> one.input() + ": " + one.remedy())
        .collect(Collectors.joining("; "));
  }

  /** A task size in words: {@code 0.5 vCPU / 1024 MiB}. */
  static String size(double cpuUnits, double memoryMiB) {
    return vcpu(cpuUnits) + " vCPU / " + String.format(Locale.ROOT, "%.0f MiB", memoryMiB);
  }

  private static String vcpu(double cpuUnits) {
    String text = String.format(Locale.ROOT, "%.3f", cpuUnits / 1024);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
