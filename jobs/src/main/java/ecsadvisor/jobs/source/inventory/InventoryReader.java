package ecsadvisor.jobs.source.inventory;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.file.InputBytes;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.jobs.source.file.LineChunks;
import ecsadvisor.jobs.source.file.PathPlace;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.RefusedFile;
import ecsadvisor.jobs.source.file.StrictJson;
import ecsadvisor.models.secret.SecretDetector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one inventory file of any form, and counts what it read. */
final class InventoryReader {
  private static final String INPUT = "inventory";

  private final QualityCount quality;
  private final PathPlace place;
  private final Consumer<InventoryItem> items;
  private final RedactedTree trees;

  private InventoryReader(
      QualityCount quality, SecretDetector detector, Consumer<InventoryItem> items) {
    this.trees = new RedactedTree(detector);
    this.quality = quality;
    this.items = items;
    this.place = PathPlace.of(quality.file());
  }

  /** Opens a file. */
  interface Opener {
    InputStream open() throws IOException;
  }

  /** Reads a file with the detector's own rules. */
  static FileQuality read(String uri, Opener opener, Consumer<InventoryItem> items) {
    return read(uri, opener, SecretDetector.builtIn(), items);
  }

  /** Reads a file. What cannot be read is counted, never thrown. */
  static FileQuality read(
      String uri, Opener opener, SecretDetector detector, Consumer<InventoryItem> items) {
    QualityCount quality = new QualityCount(INPUT, uri);
    try (InputStream raw = opener.open()) {
      new InventoryReader(quality, detector, items).read(raw);
    } catch (RefusedFile e) {
      quality.bad(e.reason());
    } catch (IOException e) {
      quality.bad("file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return quality.result();
  }

  private void read(InputStream raw) throws IOException {
    BufferedInputStream in = InputBytes.inflated(raw);
    byte[] head = InputBytes.head(in, InputBytes.HEAD_BYTES);
    if (head.length == 0) {
      quality.kind("EMPTY");
      return;
    }
    InventoryForm form = InventoryForm.of(head);
    quality.kind(form.name());
    switch (form) {
      case ENVELOPES -> readEnvelopes(in);
      case ANSWERS, CONFIG -> new InventoryDocuments(this, trees, quality).read(in);
      case UNKNOWN ->
          throw new RefusedFile(
              "form not recognised: neither envelopes, output of the AWS CLI nor an AWS Config"
                  + " file");
    }
  }

  private void readEnvelopes(InputStream in) throws IOException {
    LineChunks chunks = new LineChunks(in);
    long line = 1;
    long overlong = 0;
    boolean more = true;
    while (more) {
      more = chunks.next();
      for (; overlong < chunks.overlongLines(); overlong++) {
        quality.bad("line longer than 64 MB", line++);
      }
      byte[] buffer = chunks.buffer();
      for (int start = chunks.from(); more && start < chunks.to(); line++) {
        int end = start;
        while (end < chunks.to() && buffer[end] != '\n') {
          end++;
        }
        readEnvelope(buffer, start, end - start, line);
        start = end + 1;
      }
    }
  }

  private void readEnvelope(byte[] buffer, int offset, int length, long line) {
    JsonNode envelope;
    try (JsonParser parser = StrictJson.FACTORY.createParser(buffer, offset, length)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      if (token != JsonToken.START_OBJECT) {
        quality.bad("malformed JSON", line);
        return;
      }
      envelope = trees.read(parser);
      if (parser.nextToken() != null) {
        quality.bad("malformed JSON", line);
        return;
      }
    } catch (IOException e) {
      // The message may quote the content, so it is dropped.
      quality.bad("malformed JSON", line);
      return;
    }
    String version = text(envelope, "schemaVersion");
    if (!version.isEmpty() && !version.equals("1")) {
      quality.bad("schemaVersion is not 1", line);
      return;
    }
    String name = text(envelope, "kind");
    InventoryKind kind = InventoryKind.named(name);
    if (kind == null) {
      quality.ignored(name.matches("[a-z0-9-]{1,60}") ? "unknown kind " + name : "unknown kind");
      return;
    }
    JsonNode body = field(envelope, "body");
    Instant collectedAt = JsonFields.time(field(envelope, "collectedAt"));
    if (!body.isObject() || collectedAt == null) {
      quality.bad("envelope without body or collectedAt", line);
      return;
    }
    item(
        kind,
        body,
        text(envelope, "accountId"),
        text(envelope, "region"),
        collectedAt,
        kind.name().equals(InventoryKind.MANIFEST) ? "" : text(envelope, "arn"),
        InventoryItem.Origin.API);
  }

  /** Hands over a resource of a describe call that has nothing around it. */
  void answer(InventoryKind kind, JsonNode body) {
    Instant day = place.date().isEmpty() ? null : JsonFields.time(date(place.date()));
    item(kind, body, "", "", day == null ? Instant.EPOCH : day, "", InventoryItem.Origin.API);
  }

  private static JsonNode date(String day) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(day + "T00:00:00Z");
  }

  /**
   * Hands over a resource, with account and region from its ARN or the path where it needs them.
   * What several fields identify together has no ARN of its own: an image's envelope may name the
   * repository, which must not make one image of all.
   *
   * @param body null when the resource has been deleted
   */
  void item(
      InventoryKind kind,
      @Nullable JsonNode body,
      String accountId,
      String region,
      Instant collectedAt,
      String arn,
      InventoryItem.Origin origin) {
    String identity = arn.isEmpty() && body != null ? kind.identityOf(body) : arn;
    String[] parts = identity.split(":", 6);
    boolean isArn = parts.length == 6 && parts[0].equals("arn");
    quality.used(collectedAt.toEpochMilli());
    if (body != null && kind.name().equals(InventoryKind.TASK_DEFINITION)) {
      DefinitionGaps.of(body).forEach(quality::lacking);
    }
    String several = body == null || kind.identity().size() == 1 ? "" : kind.identityOf(body);
    items.accept(
        new InventoryItem(
            kind.name(),
            first(accountId, isArn ? parts[4] : "", place.accountId()),
            first(region, isArn ? parts[3] : "", place.region()),
            collectedAt,
            first(several, identity),
            origin,
            body == null ? "" : body.toString()));
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** The kind under which a root object's key holds resources; null for other keys. */
  static @Nullable InventoryKind kindOfKey(String key) {
    return InventoryKind.ofAnswerKey(key);
  }
}
