package ecsadvisor.jobs.generate;

import ecsadvisor.jobs.generate.bill.BillFormat;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The story over four days across the end of a month: small enough for a test. */
public final class SmallOrganisation {
  private SmallOrganisation() {}

  public static GeneratorOptions options(Path out, long seed, BillFormat format) {
    return new GeneratorOptions(out, 32, 4, LocalDate.of(2026, 11, 2), seed, 0, 0, format);
  }

  public static Organisation of(long seed) {
    return Generator.organisation(options(Path.of("unused"), seed, BillFormat.CUR2));
  }

  /** The same on its last day only. */
  public static Organisation ofOneDay(long seed) {
    return Generator.organisation(
        new GeneratorOptions(
            Path.of("unused"), 32, 1, LocalDate.of(2026, 11, 2), seed, 0, 0, BillFormat.CUR2));
  }

  /** The contents of all files under a folder by their relative path. */
  public static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(file);
        contents.put(
            folder.relativize(file).toString(), new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
