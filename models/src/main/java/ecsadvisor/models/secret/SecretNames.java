package ecsadvisor.models.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a name says that its value is a secret. Names are read word by word ({@code DB_PASSWORD},
 * {@code dbPassword}, {@code db.password}), so that a {@code MONKEY} holds no key; a word after the
 * secret's that tells something about it ({@code TOKEN_TTL}, {@code PASSWORD_FILE}) takes it back.
 */
final class SecretNames {
  /** What a name says. */
  enum Meaning {
    /** The value is a secret. */
    SECRET,
    /** The value is an address or a set of fields, of which one may be a secret. */
    CONNECTION,
    /** Nothing. */
    NONE
  }

  private static final Set<String> SECRETS =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "pass",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey",
          "authkey",
          "psk",
          "requirepass",
          "masterauth",
          "dbpass",
          "userpass");
  private static final Set<String> CONNECTIONS =
      Set.of("dsn", "connectionstring", "connstr", "credential");
  private static final List<String> ENDINGS =
      List.of("password", "passwd", "passphrase", "secret", "token", "apikey", "secretkey");
  private static final Set<String> KEY_OWNERS =
      Set.of(
          "api",
          "app",
          "application",
          "private",
          "secret",
          "access",
          "encryption",
          "signing",
          "master",
          "auth",
          "account",
          "shared",
          "jwt",
          "hmac",
          "session",
          "cookie",
          "webhook",
          "license",
          "ssh",
          "gpg",
          "storage");
  private static final Set<String> ABOUT =
      Set.of(
          "name",
          "names",
          "arn",
          "arns",
          "id",
          "ids",
          "identifier",
          "path",
          "dir",
          "file",
          "filename",
          "url",
          "uri",
          "endpoint",
          "host",
          "port",
          "ttl",
          "expiry",
          "expires",
          "expiration",
          "expire",
          "issuer",
          "audience",
          "algorithm",
          "alg",
          "type",
          "version",
          "length",
          "min",
          "max",
          "minimum",
          "maximum",
          "policy",
          "region",
          "prefix",
          "suffix",
          "header",
          "field",
          "count",
          "size",
          "limit",
          "enabled",
          "disabled",
          "enable",
          "required",
          "rotation",
          "interval",
          "timeout",
          "provider",
          "store",
          "manager",
          "backend",
          "location",
          "alias",
          "format",
          "mode",
          "scope",
          "cache",
          "lifetime",
          "age",
          "duration",
          "days",
          "hours",
          "minutes",
          "seconds",
          "ms",
          "bucket",
          "table",
          "ref",
          "reference",
          "parameter",
          "label",
          "encoding",
          "hasher",
          "through",
          "rate",
          "validity",
          "leeway",
          "class",
          "source",
          "strategy",
          "refresh",
          "validation",
          "regex",
          "pattern",
          "hint",
          "cost",
          "rounds",
          "group",
          "queue",
          "topic",
          "service",
          "server",
          "domain",
          "cookie",
          "keyid",
          "username",
          "user",
          "method",
          "usage",
          "budget",
          "window",
          "env",
          "var",
          "variable",
          "engine",
          "template",
          "reset",
          "email",
          "page",
          "link",
          "subject",
          "flow",
          "address",
          "contract",
          "symbol",
          "cert",
          "certificate",
          "thumbprint",
          "fingerprint",
          "digest",
          "checksum",
          "sha");
  private static final Set<String> PUBLIC = Set.of("public", "publishable", "pub", "anon");

  private SecretNames() {}

  /** What the name says of its value. */
  static Meaning meaning(String name) {
    if (name.startsWith("AWS_CONTAINER_CREDENTIALS_")) {
      return Meaning.NONE;
    }
    List<String> words = words(name);
    Meaning meaning = Meaning.NONE;
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1);
      Meaning of = word(before, words.get(i), i == words.size() - 1);
      if (of != Meaning.NONE) {
        meaning = of;
      } else if (ABOUT.contains(words.get(i))) {
        meaning = Meaning.NONE;
      } else if (PUBLIC.contains(words.get(i))) {
        return Meaning.NONE;
      }
    }
    return meaning;
  }

  private static Meaning word(String before, String word, boolean last) {
    String one =
        word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    if (SECRETS.contains(one)
        || ENDINGS.stream().anyMatch(one::endsWith)
        || (one.equals("key") && KEY_OWNERS.contains(before))
        || (one.equals("auth") && last)) {
      return Meaning.SECRET;
    }
    if (CONNECTIONS.contains(one)
        || (one.equals("string") && (before.equals("connection") || before.equals("conn")))) {
      return Meaning.CONNECTION;
    }
    return Meaning.NONE;
  }

  /** The words of a name in lower case, without figures at their ends. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || isBoundary(name, i)) {
        String word = word(name, start, i);
        if (!word.isEmpty()) {
          words.add(word);
        }
        start = i;
      }
    }
    return words;
  }

  private static String word(String name, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && !isAlphanumeric(name.charAt(from))) {
      from++;
    }
    while (to > from && !isLetter(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isBoundary(String name, int i) {
    char before = name.charAt(i - 1);
    char here = name.charAt(i);
    if (!isAlphanumeric(here)) {
      return true;
    }
    boolean nextIsLower = i + 1 < name.length() && isLower(name.charAt(i + 1));
    return isUpper(here) && (isLower(before) || (isUpper(before) && nextIsLower));
  }

  private static boolean isAlphanumeric(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return isLower(c) || isUpper(c);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
