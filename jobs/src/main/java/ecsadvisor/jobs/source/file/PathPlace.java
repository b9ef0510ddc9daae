package ecsadvisor.jobs.source.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's path says of where its content comes from; each part empty where it does not say.
 *
 * <p>Understood are folders such as {@code account=123456789012}, {@code region=eu-west-1}, {@code
 * date=2026-11-20}, and AWS's own {@code AWSLogs/123456789012/Config/eu-west-1}.
 */
public record PathPlace(String accountId, String region, String date) {
  private static final Pattern ACCOUNT =
      Pattern.compile("/(?:account|account_id|accountId|accountid)=(\\d{12})(?=/)");
  private static final Pattern AWS_LOGS_ACCOUNT =
      Pattern.compile("/AWSLogs/(?:o-[a-z0-9]+/)?(\\d{12})(?=/)");
  private static final String REGION_CODE = "[a-z]{2}(?:-[a-z]+)+-\\d";
  private static final Pattern REGION = Pattern.compile("/region=(" + REGION_CODE + ")(?=/)");
  private static final Pattern AWS_LOGS_REGION =
      Pattern.compile("/AWSLogs/(?:o-[a-z0-9]+/)?\\d{12}/\\w+/(" + REGION_CODE + ")(?=/)");
  private static final Pattern DATE = Pattern.compile("/(?:date|day)=(\\d{4}-\\d{2}-\\d{2})(?=/)");

  /** What the URI says. */
  public static PathPlace of(String uri) {
    return new PathPlace(
        first(uri, ACCOUNT, AWS_LOGS_ACCOUNT),
        first(uri, REGION, AWS_LOGS_REGION),
        first(uri, DATE));
  }

  private static String first(String uri, Pattern... patterns) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(uri);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return "";
  }
}
