package ecsadvisor.jobs.source.inventory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container's command and environment say of a Java heap; only the figures are kept.
 *
 * <p>Where several places set the same figure, the one counts that the JVM heeds: {@code
 * _JAVA_OPTIONS} before the command line, that before {@code JAVA_OPTS} (which scripts put on it),
 * {@code JDK_JAVA_OPTIONS} and {@code JAVA_TOOL_OPTIONS}; within one place the last.
 */
final class JvmHints {
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "_JAVA_OPTIONS");
  private static final int COMMAND_RANK = 3;
  private static final Pattern HEAP =
      Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d{1,15})([kKmMgGtT]?)(?![\\w.])");
  private static final Pattern PERCENTAGE =
      Pattern.compile("-XX:MaxRAMPercentage=(\\d{1,3}(?:\\.\\d{1,6})?)(?![\\w.])");
  private static final Pattern JAVA =
      Pattern.compile("(?:^|[\\s/])java(?:\\s|$)|-Xm[xs]\\d|\\.jar(?:\\s|$)");

  private boolean any;
  private @Nullable Double maxHeapMiB;
  private @Nullable Double maxRamPercentage;
  private int heapRank = -1;
  private int percentageRank = -1;

  /** Heeds a word of the command or entry point. */
  void command(String word) {
    any |= JAVA.matcher(word).find();
    options(word, COMMAND_RANK);
  }

  /** Heeds an environment variable. */
  void variable(String name, String value) {
    int index = VARIABLES.indexOf(name);
    if (index >= 0) {
      any = true;
      options(value, index == VARIABLES.size() - 1 ? COMMAND_RANK + 1 : index);
    }
  }

  /** The figures as an object, or null where nothing hints at a JVM. */
  @Nullable ObjectNode toJson() {
    if (!any) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (maxHeapMiB != null) {
      json.put("maxHeapMiB", maxHeapMiB);
    }
    if (maxRamPercentage != null) {
      json.put("maxRamPercentage", maxRamPercentage);
    }
    return json;
  }

  private void options(String text, int rank) {
    Matcher heap = HEAP.matcher(text);
    while (heap.find()) {
      any = true;
      if (rank >= heapRank) {
        heapRank = rank;
        maxHeapMiB = Double.parseDouble(heap.group(1)) * mebibytes(heap.group(2));
      }
    }
    Matcher percentage = PERCENTAGE.matcher(text);
    while (percentage.find()) {
      any = true;
      double value = Double.parseDouble(percentage.group(1));
      if (rank >= percentageRank && value <= 100) {
        percentageRank = rank;
        maxRamPercentage = value;
      }
    }
  }

  private static double mebibytes(String unit) {
    return switch (unit) {
      case "k", "K" -> 1.0 / 1024;
      case "m", "M" -> 1;
      case "g", "G" -> 1024;
      case "t", "T" -> 1024 * 1024;
      default -> 1.0 / (1024 * 1024);
    };
  }
}
