package ecsadvisor.models.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the rules that come with the program: {@code rules.csv} beside this class. */
final class BuiltInRules {
  private static final String RESOURCE = "rules.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private BuiltInRules() {}

  static SecretRules read() {
    List<SecretRule> rules = new ArrayList<>();
    try (Reader reader =
            new InputStreamReader(
                requireNonNull(BuiltInRules.class.getResourceAsStream(RESOURCE), RESOURCE), UTF_8);
        var rows = FORMAT.parse(reader)) {
      for (CSVRecord row : rows) {
        rules.add(rule(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return new SecretRules(rules, List.of());
  }

  private static SecretRule rule(CSVRecord row) {
    String allow = row.get("allow");
    return new SecretRule(
        row.get("rule"),
        Confidence.valueOf(row.get("confidence")),
        List.of(row.get("keywords").split(" ")),
        row.get("pattern"),
        0,
        row.get("entropy").isEmpty() ? 0 : Double.parseDouble(row.get("entropy")),
        allow.isEmpty()
            ? List.of()
            : List.of(
                new SecretAllowance(
                    List.of(allow), List.of(), SecretAllowance.Target.SECRET, false, List.of())));
  }
}
