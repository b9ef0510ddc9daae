package ecsadvisor.jobs;

import ecsadvisor.jobs.source.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How large an organisation is judged, and where its facts are kept. */
final class BenchScale {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where the data is generated and kept. Default: ${DEFAULT-VALUE}.")
  Path directory = Path.of("target/bench");

  @Option(
      names = "--services",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Services, rounded up to whole copies. Default: ${DEFAULT-VALUE}.")
  int services = 10_000;

  @Option(
      names = "--clusters",
      paramLabel = "N",
      defaultValue = "200",
      description = "Clusters, rounded down likewise. Default: ${DEFAULT-VALUE}.")
  int clusters = 200;

  void check() {
    if (services < 1 || clusters < 1) {
      throw new UserMistake("--services and --clusters: at least 1");
    }
  }

  /** The generated organisation that is multiplied. */
  Path sample() {
    return directory.resolve("sample");
  }

  /** The facts of the large one. */
  Path facts() {
    return directory.resolve(
        String.format(Locale.ROOT, "facts-services-%d-clusters-%d", services, clusters));
  }

  boolean isKept() {
    return Files.exists(facts().resolve(BenchOrganisation.WINDOW).resolve("_SUCCESS"));
  }

  List<String> arguments() {
    return List.of(
        "--dir",
        directory.toString(),
        "--services",
        Integer.toString(services),
        "--clusters",
        Integer.toString(clusters));
  }
}
