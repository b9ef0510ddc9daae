package ecsadvisor.jobs;

import ecsadvisor.jobs.source.bill.BillFile;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.opinion.OpinionFile;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Says what a run would read, for {@code --dry-run}. */
final class DryRun {
  private DryRun() {}

  static void print(InputFiles files, PrintStream out) {
    if (files.bill() != null) {
      out.printf(
          Locale.ROOT,
          "bill: %s of %s, periods %s%n",
          Progress.count(files.bill().files().size(), "file", "files"),
          Progress.count(files.bill().rows(), "line", "lines"),
          files.bill().periods());
      for (BillFile file : files.bill().files()) {
        out.printf(
            Locale.ROOT,
            "  %-8s %s %s%n",
            file.dialect(),
            Progress.count(file.rows(), "line", "lines"),
            file.uri());
      }
    }
    print("utilization", files.utilization(), out);
    print("inventory", files.inventory(), out);
    print("second opinion", files.opinions().stream().map(OpinionFile::unit).toList(), out);
    out.println("Inputs and options are fine; nothing was written.");
  }

  private static void print(String input, List<FileUnit> files, PrintStream out) {
    if (files.isEmpty()) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %s, %s%n",
        input,
        Progress.count(files.size(), "file", "files"),
        Progress.count(files.stream().mapToLong(FileUnit::bytes).sum(), "byte", "bytes"));
  }
}
