package ecsadvisor.jobs.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileScanTest {

  @Test
  void everyFileIsInExactlyOneBundleOfAboutEqualSize() {
    Random random = new Random(1);
    List<FileUnit> files = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      files.add(new FileUnit("f" + i, 1 + random.nextInt(1_000_000)));
    }
    List<List<FileUnit>> bundles = FileScan.bundles(files, 6);
    assertEquals(6, bundles.size());
    assertEquals(
        files.stream().map(FileUnit::uri).sorted().toList(),
        bundles.stream().flatMap(List::stream).map(FileUnit::uri).sorted().toList());
    long total = files.stream().mapToLong(FileUnit::bytes).sum();
    for (List<FileUnit> bundle : bundles) {
      long bytes = bundle.stream().mapToLong(FileUnit::bytes).sum();
      assertTrue(Math.abs(bytes - total / 6.0) < 0.05 * total / 6);
    }
  }

  @Test
  void thereAreNoMoreBundlesThanFiles() {
    assertEquals(1, FileScan.bundles(List.of(new FileUnit("a", 1L << 40)), 6).size());
  }

  @Test
  void muchDataMakesMoreBundlesThanCoresNeed() {
    List<FileUnit> files = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      files.add(new FileUnit("f" + i, 64L << 20));
    }
    assertEquals(100, FileScan.bundles(files, 6).size());
  }
}
