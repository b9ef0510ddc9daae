package ecsadvisor.models.security;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.catalogue.Framework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/security.md are those of the catalogue and of the checks. */
class SecurityTableTest {
  private static final Path DOCS = Path.of("..", "docs", "security.md");
  private static final String END = "<!-- end of table -->";

  private final Map<String, Check> checks = new LinkedHashMap<>();

  SecurityTableTest() {
    SecurityChecks.all(SecuritySettings.defaults())
        .forEach(check -> checks.put(check.getClass().getSimpleName(), check));
  }

  @Test
  void rowsByChecksAndEvidence() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| Row | Checks that decide | Checks that are noted | Statement | Evidence |");
    lines.add("|---|---|---|---|---|");
    for (Framework framework : Framework.values()) {
      if (framework != Framework.ECS_COST_2024) {
        lines.add("| **" + framework.title() + "** | | | | |");
        Catalogue.load().of(framework).forEach(control -> lines.add(row(control)));
      }
    }
    assertEquals(String.join("\n", lines), written("<!-- rows -->"));
  }

  @Test
  void checksByStatementAndEvidence() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| Check | Holds when | Reads |");
    lines.add("|---|---|---|");
    for (Check check : checks.values()) {
      lines.add(
          "| `%s` | %s | %s |"
              .formatted(check.id(), check.statement(), String.join(", ", check.needs())));
    }
    assertEquals(String.join("\n", lines), written("<!-- checks -->"));
  }

  private String row(Control control) {
    TreeSet<String> evidence = new TreeSet<>();
    control.checks().forEach(name -> evidence.addAll(check(name).needs()));
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            control.identifier(),
            ids(control.checks()),
            ids(control.advisory()),
            control.attestation(),
            String.join(", ", evidence));
  }

  private String ids(List<String> names) {
    return names.stream().map(name -> check(name).id()).collect(Collectors.joining(", "));
  }

  private Check check(String name) {
    return requireNonNull(checks.get(name), name);
  }

  private static String written(String begin) throws IOException {
    List<String> document = Files.readAllLines(DOCS);
    List<String> rest = document.subList(document.indexOf(begin) + 1, document.size());
    return String.join("\n", rest.subList(0, rest.indexOf(END))).strip();
  }
}
