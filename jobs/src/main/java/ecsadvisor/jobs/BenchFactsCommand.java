package ecsadvisor.jobs;

import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the facts that {@link BenchJudgeCommand} judges; it calls this in a process of its own. */
@Command(
    name = "facts",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Makes and keeps the facts that bench judge needs.")
final class BenchFactsCommand implements Callable<Integer> {
  @Mixin private BenchScale scale = new BenchScale();

  BenchFactsCommand() {}

  @Override
  public Integer call() throws IOException {
    scale.check();
    Path data = scale.sample();
    if (!Files.exists(data.resolve("truth.csv"))) {
      throw new UserMistake("No generated organisation in " + data);
    }
    try (SparkSession spark = SparkSessions.start(null, Map.of())) {
      BenchOrganisation base = BenchSource.read(spark, data);
      int services = (int) base.services().count();
      int copies = (scale.services + services - 1) / services;
      int groups = Math.max(1, Math.min(copies, scale.clusters / base.clusters().size()));
      new BenchCopies(spark, scale.facts(), base, copies, groups).write();
    }
    return 0;
  }
}
