package ecsadvisor.jobs.source.inventory;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.jobs.source.file.JsonFields;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.RefusedFile;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole documents, one element of their lists at a time: the output of the AWS CLI, and files
 * of AWS Config in the dialect of S3 (configuration is an object) or of the API (it is a text).
 */
final class InventoryDocuments {
  private static final Set<String> CONFIG_LISTS =
      Set.of("configurationItems", "baseConfigurationItems");
  private static final Set<String> DELETED =
      Set.of("ResourceDeleted", "ResourceDeletedNotRecorded", "ResourceNotRecorded");

  private final InventoryReader reader;
  private final RedactedTree trees;
  private final QualityCount quality;

  InventoryDocuments(InventoryReader reader, RedactedTree trees, QualityCount quality) {
    this.reader = reader;
    this.trees = trees;
    this.quality = quality;
  }

  void read(InputStream in) throws IOException {
    int line = 0;
    try (JsonParser parser = StrictJson.FACTORY.createParser(in)) {
      try {
        JsonToken token;
        while ((token = parser.nextToken()) != null) {
          if (token == JsonToken.START_OBJECT) {
            readRoot(parser);
          } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
            quality.bad("not a JSON object", parser.currentLocation().getLineNr());
          }
        }
      } catch (RefusedFile e) {
        throw e;
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        line = parser.currentLocation().getLineNr();
      }
    }
    if (line > 0) {
      quality.bad("malformed JSON: the rest of the file is not read", line);
    }
  }

  private void readRoot(JsonParser parser) throws IOException {
    JsonNode taskDefinition = null;
    JsonNode tags = null;
    ObjectNode bareItem = JsonNodeFactory.instance.objectNode();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      InventoryKind kind = InventoryReader.kindOfKey(name);
      if (token == JsonToken.START_ARRAY && CONFIG_LISTS.contains(name)) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readConfigItem(trees.read(parser));
        }
      } else if (token == JsonToken.START_ARRAY && kind != null) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readElement(kind, trees.read(parser));
        }
      } else if (token == JsonToken.START_ARRAY && name.equals("Reservations")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readReservation(trees.read(parser));
        }
      } else if (token == JsonToken.START_ARRAY && name.equals("failures")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readFailure(trees.read(parser));
        }
      } else if (token == JsonToken.START_OBJECT && kind != null) {
        taskDefinition = trees.read(parser);
      } else if (token == JsonToken.START_ARRAY && name.equals("tags")) {
        tags = trees.read(parser);
      } else if (name.equals("configuration")) {
        bareItem.setAll(onlyField(name, trees.configuration(parser)));
      } else if (token.isScalarValue()) {
        bareItem.set(name, trees.read(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (taskDefinition instanceof ObjectNode definition) {
      if (tags != null && !definition.has("tags")) {
        definition.set("tags", tags);
      }
      readTaskDefinition(definition);
    }
    if (bareItem.has("configurationItemStatus")) {
      readConfigItem(bareItem);
    }
  }

  private static ObjectNode onlyField(String name, JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.set(name, value);
    return object;
  }

  private void readTaskDefinition(JsonNode definition) {
    InventoryKind kind = InventoryKind.named("ecs-task-definition");
    if (kind != null) {
      readElement(kind, definition);
    }
  }

  private void readElement(InventoryKind kind, JsonNode body) {
    if (!body.isObject()) {
      quality.ignored("name without description: " + kind.name());
      return;
    }
    if (kind.identityOf(body).isEmpty()) {
      quality.bad("resource without identity: " + kind.name());
      return;
    }
    reader.answer(kind, body);
  }

  private void readReservation(JsonNode reservation) {
    InventoryKind kind = InventoryKind.named("ec2-instance");
    for (JsonNode instance : field(reservation, "Instances")) {
      if (kind != null) {
        readElement(kind, instance);
      }
    }
  }

  private void readFailure(JsonNode failure) {
    String reason = text(failure, "reason");
    quality.ignored(
        reason.matches("[A-Za-z_ ]{1,60}")
            ? "failure reported by AWS: " + reason
            : "failure reported by AWS");
  }

  private void readConfigItem(JsonNode item) {
    InventoryKind kind = InventoryKind.ofConfigType(text(item, "resourceType"));
    if (kind == null) {
      quality.ignored("AWS Config item of a type that is not used");
      return;
    }
    Instant capturedAt = JsonFields.time(field(item, "configurationItemCaptureTime"));
    if (capturedAt == null) {
      quality.bad("AWS Config item without configurationItemCaptureTime");
      return;
    }
    boolean deleted = DELETED.contains(text(item, "configurationItemStatus"));
    JsonNode configuration = field(item, "configuration");
    if (!deleted && !configuration.isObject()) {
      quality.bad("AWS Config item without configuration");
      return;
    }
    String own = kind.identityOf(configuration);
    reader.item(
        kind,
        deleted ? null : withTags(configuration, item),
        text(item, "awsAccountId", "accountId"),
        text(item, "awsRegion"),
        capturedAt,
        own.startsWith("arn:") ? own : text(item, "ARN", "arn", "resourceId"),
        InventoryItem.Origin.CONFIG);
  }

  private static JsonNode withTags(JsonNode configuration, JsonNode item) {
    @Nullable JsonNode tags = item.get("tags");
    if (tags == null || !tags.isObject() || !(configuration instanceof ObjectNode body)) {
      return configuration;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    tags.fieldNames()
        .forEachRemaining(
            key ->
                list.add(
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("key", key)
                        .put("value", tags.path(key).asText())));
    body.remove("Tags");
    body.set("tags", list);
    return body;
  }
}
