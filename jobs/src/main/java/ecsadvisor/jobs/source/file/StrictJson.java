package ecsadvisor.jobs.source.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON parser of all readers: limits on depth and length, quick numbers. */
public final class StrictJson {
  /** Deepest nesting; AWS's deepest answers have less than twenty levels. */
  public static final int DEEPEST = 64;

  /** Makes parsers. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LineChunks.LONGEST_LINE)
                  .build())
          .build();

  /** Reads trees. */
  public static final ObjectMapper TREES = new ObjectMapper(FACTORY);

  private StrictJson() {}
}
