package ecsadvisor.jobs.source.attestation;

import ecsadvisor.jobs.source.UserMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The entries of a YAML file: scalars by key. The parser makes plain values only, no objects. */
final class AttestationYaml {
  private static final String LIST = "attestations";

  private AttestationYaml() {}

  static List<Map<String, String>> entries(String text, String file) {
    Object root = root(text, file);
    Object list = root instanceof Map<?, ?> map ? map.get(LIST) : root;
    if (!(list instanceof List<?> all)) {
      throw new UserMistake(
          "--attestations %s: must be a list of entries, or one under %s".formatted(file, LIST));
    }
    List<Map<String, String>> entries = new ArrayList<>();
    for (Object one : all) {
      if (!(one instanceof Map<?, ?> fields)) {
        throw new UserMistake(
            "--attestations %s: entry %d is no set of fields".formatted(file, entries.size() + 1));
      }
      Map<String, String> entry = new LinkedHashMap<>();
      fields.forEach((key, value) -> entry.put(String.valueOf(key), scalar(value)));
      entries.add(entry);
    }
    return entries;
  }

  private static String scalar(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }

  private static @Nullable Object root(String text, String file) {
    try {
      return new Load(LoadSettings.builder().setMaxAliasesForCollections(20).build())
          .loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new UserMistake("--attestations %s: no YAML at line %d".formatted(file, line));
    } catch (YamlEngineException e) {
      throw new UserMistake("--attestations %s: no YAML".formatted(file));
    }
  }
}
