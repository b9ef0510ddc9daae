package ecsadvisor.models.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passwords between user and host of an address: {@code postgres://user:password@host/}. A password
 * that everybody knows is none on the own machine, and unsure elsewhere.
 */
final class UrlPasswords {
  static final String RULE = "password-in-url";
  private static final int MOST_URLS = 100;
  private static final Pattern URL =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*:(?://)([^\\s/:@?#\"'<>]*):([^\\s/\"'<>]+)@(\\[[0-9a-fA-F:]*\\]|[^\\s/:?#@,;\"'<>]*)");
  private static final Pattern PORT_AND_QUERY = Pattern.compile("^[0-9]{1,5}[?#]");
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?i)^(?:localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1\\]|host\\.docker\\.internal)$");
  private static final Set<String> KNOWN =
      Set.of(
          "password",
          "passwd",
          "pass",
          "postgres",
          "root",
          "admin",
          "guest",
          "test",
          "secret",
          "mysql",
          "rabbitmq",
          "redis",
          "mongo",
          "minio",
          "minioadmin",
          "user",
          "dev",
          "development",
          "local",
          "localhost",
          "docker",
          "letmein",
          "app");

  private UrlPasswords() {}

  /** Takes a password that was found. */
  interface Found {
    void password(String password, Confidence confidence);
  }

  /** Finds the passwords of all addresses in a text. */
  static void find(String text, Found found) {
    if (!text.contains("://")) {
      return;
    }
    Matcher urls = URL.matcher(text);
    for (int i = 0; i < MOST_URLS && urls.find(); i++) {
      String user = urls.group(1);
      String password = urls.group(2);
      String host = urls.group(3);
      if (user == null || password == null || host == null) {
        continue;
      }
      String decoded = decoded(password);
      Confidence confidence = confidence(user, decoded, host);
      if (confidence != null) {
        found.password(decoded, confidence);
      }
    }
  }

  private static @Nullable Confidence confidence(String user, String password, String host) {
    if (PlainValues.isPlaceholder(password) || PORT_AND_QUERY.matcher(password).find()) {
      return null;
    }
    boolean known = password.equals(user) || KNOWN.contains(password.toLowerCase(Locale.ROOT));
    if (!known) {
      return Confidence.HIGH;
    }
    return LOCAL.matcher(host).find() ? null : Confidence.MEDIUM;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
