package ecsadvisor.jobs.source.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.util.Set;

/** The form of an inventory file, recognised by the first keys of its content. */
enum InventoryForm {
  /** Envelopes of the collector, one a line. */
  ENVELOPES,
  /** Output of the AWS CLI. */
  ANSWERS,
  /** A snapshot or history file of AWS Config. */
  CONFIG,
  /** None of these. */
  UNKNOWN;

  private static final Set<String> ENVELOPE_KEYS =
      Set.of("schemaVersion", "kind", "body", "collectedAt");
  private static final Set<String> CONFIG_KEYS =
      Set.of(
          "configurationItems",
          "baseConfigurationItems",
          "configSnapshotId",
          "fileVersion",
          "configurationItemVersion",
          "configurationItemStatus");
  private static final int LINES_TO_TRY = 20;

  /** The form of a file with this beginning, after decompression. */
  static InventoryForm of(byte[] head) {
    int start = 0;
    for (int lines = 0; lines < LINES_TO_TRY && start < head.length; lines++) {
      InventoryForm form = ofObject(head, start);
      if (form != UNKNOWN) {
        return form;
      }
      while (start < head.length && head[start] != '\n') {
        start++;
      }
      start++;
    }
    return UNKNOWN;
  }

  private static InventoryForm ofObject(byte[] head, int start) {
    try (JsonParser parser = StrictJson.FACTORY.createParser(head, start, head.length - start)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      if (token != JsonToken.START_OBJECT) {
        return UNKNOWN;
      }
      String name;
      while ((name = parser.nextFieldName()) != null) {
        if (ENVELOPE_KEYS.contains(name)) {
          return ENVELOPES;
        }
        if (CONFIG_KEYS.contains(name)) {
          return CONFIG;
        }
        if (InventoryReader.kindOfKey(name) != null || name.equals("Reservations")) {
          return ANSWERS;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
