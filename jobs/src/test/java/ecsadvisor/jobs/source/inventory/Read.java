package ecsadvisor.jobs.source.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecsadvisor.jobs.source.FileQuality;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** What the reader makes of bytes. */
record Read(FileQuality quality, List<InventoryItem> items) {

  static Read of(String text) {
    return of("file:/inventory/x.json", text.getBytes(UTF_8));
  }

  static Read of(String uri, byte[] bytes) {
    List<InventoryItem> items = new ArrayList<>();
    FileQuality quality =
        InventoryReader.read(uri, () -> new ByteArrayInputStream(bytes), items::add);
    return new Read(quality, items);
  }

  /** Kind, account, region and ARN of each item. */
  List<String> names() {
    return items.stream()
        .map(i -> String.join(" ", i.kind(), i.accountId(), i.region(), i.arn()))
        .toList();
  }
}
