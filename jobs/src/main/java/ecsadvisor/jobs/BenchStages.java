package ecsadvisor.jobs;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Prints what each stage of a measured run took: wall time, CPU time of all threads, the heap in
 * use and the largest resident set up to its end. CPU time tells what a busy machine hides.
 */
final class BenchStages {
  private final PrintWriter out;

  BenchStages(PrintWriter out) {
    this.out = out;
    out.printf(
        Locale.ROOT,
        "%-32s %10s %10s %12s %10s %10s%n",
        "stage",
        "wall s",
        "CPU s",
        "rows",
        "heap MiB",
        "peak MiB");
  }

  /** When a stage began. */
  record Mark(long nanoTime, long cpuNanos) {}

  Mark mark() {
    return new Mark(System.nanoTime(), cpuNanos());
  }

  /** Prints a stage that has ended. */
  void end(Mark began, String name, long rows) {
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%-32s %10.1f %10.1f %,12d %,10d %10s%n",
        name,
        (System.nanoTime() - began.nanoTime()) / 1e9,
        (cpuNanos() - began.cpuNanos()) / 1e9,
        rows,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        BenchProcess.peakMemoryMiB(ProcessHandle.current().pid())
            .map(mib -> String.format(Locale.ROOT, "%,d", mib))
            .orElse("unknown"));
    out.flush();
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }
}
