package ecsadvisor.models.iam;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request beside action and resource, by condition key. The caller may choose to
 * encrypt, so every request does.
 */
public final class Context {
  /** Nothing is known. */
  public static final Context NOTHING = new Context(Map.of());

  private static final String PASSED_TO = "iam:passedtoservice";

  private final Map<String, String> values = new HashMap<>();

  private Context(Map<String, String> known) {
    values.put("aws:securetransport", "true");
    values.putAll(known);
  }

  /** A request that passes a role to a service; empty for any service. */
  public static Context passingTo(String service) {
    return service.isEmpty() ? NOTHING : new Context(Map.of(PASSED_TO, service));
  }

  @Nullable String value(String key) {
    return values.get(key.toLowerCase(Locale.ROOT));
  }
}
