package ecsadvisor.jobs.source.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An inventory's files read without Spark. */
public final class InventoryFolder {
  private InventoryFolder() {}

  /** The items of all files, in the order of {@link InventorySource#items}. */
  public static List<InventoryItem> items(Path folder) throws IOException {
    List<InventoryItem> items = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        InventoryReader.read(file.toUri().toString(), () -> Files.newInputStream(file), items::add);
      }
    }
    items.sort(
        Comparator.comparing(InventoryItem::kind)
            .thenComparing(InventoryItem::arn)
            .thenComparing(InventoryItem::accountId)
            .thenComparing(InventoryItem::region));
    return items;
  }
}
