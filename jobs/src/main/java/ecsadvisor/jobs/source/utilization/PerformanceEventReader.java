package ecsadvisor.jobs.source.utilization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ecsadvisor.jobs.source.file.JsonValues;
import ecsadvisor.jobs.source.file.LineChunks;
import ecsadvisor.jobs.source.file.PathPlace;
import ecsadvisor.jobs.source.file.QualityCount;
import ecsadvisor.jobs.source.file.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the performance events of Container Insights in their three framings: lines of a log export
 * ({@code time {event}}), envelopes of a log subscription (glued or not), bare events.
 */
final class PerformanceEventReader {
  private static final String MALFORMED = "malformed JSON";

  private final QualityCount quality;
  private final PathPlace place;
  private final PointStore found = new PointStore();
  private final Places places = new Places();
  private final PerformanceEvent event = new PerformanceEvent();

  PerformanceEventReader(QualityCount quality, PathPlace place) {
    this.quality = quality;
    this.place = place;
  }

  /** Hands over what was read, each event with the account and region that the file tells of. */
  void finish(PointStore store) {
    found.moveInto(store, places);
  }

  /** Reads lines of a time, a space and an event. */
  void readExport(InputStream in) throws IOException {
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
        readExportLine(buffer, start, end, line);
        start = end + 1;
      }
    }
  }

  private void readExportLine(byte[] buffer, int start, int end, long line) {
    int brace = start;
    while (brace < end && buffer[brace] != ' ') {
      brace++;
    }
    while (brace < end && buffer[brace] >= 0 && buffer[brace] <= ' ') {
      brace++;
    }
    if (brace == end) {
      if (!blank(buffer, start, end)) {
        quality.bad("line is not a time and an event", line);
      }
      return;
    }
    if (buffer[brace] != '{') {
      quality.ignored("log line that is no performance event");
      return;
    }
    try (JsonParser parser = StrictJson.FACTORY.createParser(buffer, brace, end - brace)) {
      parser.nextToken();
      readEvent(parser, "", line);
    } catch (IOException e) {
      quality.bad(MALFORMED, line);
    }
  }

  private static boolean blank(byte[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads bare events, one a line or glued. */
  void readEvents(InputStream in) throws IOException {
    JsonValues values = new JsonValues(in);
    while (values.next()) {
      try (JsonParser parser = parser(values)) {
        parser.nextToken();
        readEvent(parser, "", values.line());
      } catch (IOException e) {
        quality.bad(MALFORMED, values.line());
        values.resynchronize();
      }
    }
  }

  /** Reads envelopes of a log subscription. */
  void readEnvelopes(InputStream in) throws IOException {
    JsonValues values = new JsonValues(in);
    while (values.next()) {
      try (JsonParser parser = parser(values)) {
        parser.nextToken();
        readEnvelope(parser, values.line());
      } catch (IOException e) {
        quality.bad("malformed envelope", values.line());
        values.resynchronize();
      }
    }
  }

  private static JsonParser parser(JsonValues values) throws IOException {
    return StrictJson.FACTORY.createParser(values.buffer(), values.from(), values.length());
  }

  /** The whole envelope is parsed before any of its events counts. */
  private void readEnvelope(JsonParser parser, long line) throws IOException {
    String owner = "";
    String type = "";
    List<String> messages = new ArrayList<>();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      if (name.equals("owner") && token == JsonToken.VALUE_STRING) {
        owner = parser.getText();
      } else if (name.equals("messageType") && token == JsonToken.VALUE_STRING) {
        type = parser.getText();
      } else if (name.equals("logEvents") && token == JsonToken.START_ARRAY) {
        readMessages(parser, messages);
      } else {
        parser.skipChildren();
      }
    }
    if (type.equals("CONTROL_MESSAGE")) {
      quality.ignored("control message of the subscription");
      return;
    }
    for (String message : messages) {
      readMessage(message, owner, line);
    }
  }

  private static void readMessages(JsonParser parser, List<String> messages) throws IOException {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      String name;
      while ((name = parser.nextFieldName()) != null) {
        JsonToken value = parser.nextToken();
        if (name.equals("message") && value == JsonToken.VALUE_STRING) {
          messages.add(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void readMessage(String message, String owner, long line) {
    if (!message.startsWith("{")) {
      quality.ignored("log line that is no performance event");
      return;
    }
    try (JsonParser parser = StrictJson.FACTORY.createParser(message)) {
      parser.nextToken();
      readEvent(parser, owner, line);
    } catch (IOException e) {
      quality.bad(MALFORMED, line);
    }
  }

  private void readEvent(JsonParser parser, String owner, long line) throws IOException {
    event.read(parser);
    event
        .use(found, places, quality, owner.isEmpty() ? place.accountId() : owner, place.region())
        .ifPresent(reason -> quality.bad(reason, line));
  }
}
