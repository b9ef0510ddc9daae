package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flows source, fact, finding, export: a package imports only what stands left of it. */
class DirectionTest {
  private static final Path JOBS = Path.of("src/main/java/ecsadvisor/jobs");
  private static final Path MODELS = Path.of("../models/src/main/java/ecsadvisor/models");
  private static final Pattern IMPORT =
      Pattern.compile("import (?:static )?ecsadvisor\\.(jobs|models)\\.([a-z]+)");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "import (?:static )?(scala\\.|org\\.apache\\.spark\\.sql\\.(?:catalyst|classic)\\.).*");

  private static final Map<String, Set<String>> JOBS_MAY_IMPORT =
      Map.of(
          "source", Set.of("codec"),
          "fact", Set.of("codec", "source"),
          "finding", Set.of("codec", "source", "fact", "table"),
          "settings", Set.of("source"),
          "table", Set.of("codec"),
          "export", Set.of("codec", "source", "finding", "table"),
          "codec", Set.of(),
          "generate", Set.of());

  private static final Map<String, Set<String>> MODELS_MAY_IMPORT =
      Map.ofEntries(
          Map.entry("fact", Set.of()),
          Map.entry("setting", Set.of()),
          Map.entry("secret", Set.of("fact")),
          Map.entry("stats", Set.of("fact")),
          Map.entry("catalogue", Set.of()),
          Map.entry("finding", Set.of("fact")),
          Map.entry("timeseries", Set.of("fact", "stats")),
          Map.entry("price", Set.of("fact", "finding")),
          Map.entry("packing", Set.of("fact", "price", "setting")),
          Map.entry(
              "cost",
              Set.of(
                  "fact",
                  "setting",
                  "finding",
                  "price",
                  "stats",
                  "timeseries",
                  "replay",
                  "packing")),
          Map.entry(
              "security",
              Set.of("fact", "setting", "finding", "catalogue", "price", "stats", "iam", "secret")),
          Map.entry("iam", Set.of("fact")),
          Map.entry("replay", Set.of("fact", "finding", "price", "stats", "timeseries")),
          Map.entry("ledger", Set.of("fact", "finding", "setting", "price")),
          Map.entry("savings", Set.of("fact", "finding", "price", "cost", "setting", "packing")));

  @Test
  void jobsImportOnlyFromTheirLeft() throws IOException {
    assertEquals(List.of(), offences(JOBS, "jobs", JOBS_MAY_IMPORT));
  }

  @Test
  void modelsImportOnlyFromTheirLeft() throws IOException {
    assertEquals(List.of(), offences(MODELS, "models", MODELS_MAY_IMPORT));
  }

  @Test
  void nothingTouchesScalaOrTheInsidesOfSpark() throws IOException {
    List<String> offences = new ArrayList<>();
    for (Path file : javaFiles(JOBS)) {
      for (String line : Files.readAllLines(file, UTF_8)) {
        if (FOREIGN.matcher(line).matches()) {
          offences.add(file.getFileName() + ": " + line);
        }
      }
    }
    assertEquals(List.of(), offences);
  }

  @Test
  void modelsKnowNoSpark() throws IOException {
    for (Path file : javaFiles(MODELS)) {
      assertTrue(!Files.readString(file, UTF_8).contains("org.apache.spark"), file.toString());
    }
  }

  private static List<String> offences(Path root, String module, Map<String, Set<String>> rules)
      throws IOException {
    List<String> offences = new ArrayList<>();
    for (Path file : javaFiles(root)) {
      Path relative = root.relativize(file);
      if (relative.getNameCount() == 1) {
        continue; // the command line may import everything
      }
      String own = relative.getName(0).toString();
      if (!rules.containsKey(own)) {
        offences.add("package " + own + " has no rule");
        continue;
      }
      Matcher imports = IMPORT.matcher(Files.readString(file, UTF_8));
      while (imports.find()) {
        String other = imports.group(2);
        boolean allowed =
            imports.group(1).equals(module)
                ? other.equals(own) || rules.get(own).contains(other)
                : module.equals("jobs");
        if (!allowed) {
          offences.add(relative + " imports " + imports.group(1) + "." + other);
        }
      }
    }
    return offences;
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
