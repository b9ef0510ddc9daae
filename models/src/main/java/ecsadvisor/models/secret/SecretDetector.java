package ecsadvisor.models.secret;

import com.google.re2j.PatternSyntaxException;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import ecsadvisor.models.secret.SecretNames.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds secrets in texts that have a place and a name. In this order: forms that providers give
 * their keys, names that AWS forbids, passwords in addresses, pairs within JSON, connection texts
 * and command lines, and last the value of a name that says it is a secret. Randomness alone is
 * never a finding.
 *
 * <p>The work is bounded: of a text the first {@value #LONGEST} characters are looked at, and the
 * findings say so. May be shared by threads.
 */
public final class SecretDetector {
  /** Rule of the three names that AWS's control ECS.8 looks for. */
  public static final String FORBIDDEN_NAME = "aws-credential-name";

  /** Rule of values whose name says that they are secrets. */
  public static final String SECRET_NAME = "secret-name";

  /** Rule of passwords among the fields of a connection text or the query of an address. */
  public static final String CONNECTION_FIELD = "password-in-connection";

  /** Rule of passwords that a program's option takes. */
  public static final String COMMAND_OPTION = "password-in-command";

  /** The place whose names AWS's control looks at. */
  public static final String ENVIRONMENT = "environment";

  private static final int LONGEST = 65_536;
  private static final int LONGEST_VALUE = 4_096;
  private static final Set<String> FORBIDDEN =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA");

  private final List<CompiledRule> rules;
  private final KeywordIndex index;
  private final List<CompiledAllowance> shared;

  /**
   * Compiles rules.
   *
   * @throws PatternSyntaxException when an expression is not in RE2's syntax
   */
  public SecretDetector(SecretRules rules) {
    this.shared = rules.allowances().stream().map(CompiledAllowance::new).toList();
    this.rules = rules.rules().stream().map(rule -> new CompiledRule(rule, shared)).toList();
    this.index = new KeywordIndex(this.rules.stream().map(CompiledRule::keywords).toList());
  }

  /** The detector with the rules that come with the program. */
  public static SecretDetector builtIn() {
    return BuiltIn.DETECTOR;
  }

  /** Whether a variable's name alone says that it is a credential of AWS or of a registry. */
  public static boolean isForbidden(String name) {
    return FORBIDDEN.contains(name);
  }

  /** Looks at the value of a variable, label or option. */
  public void scan(String place, String name, String value, SecretFindings into) {
    if (place.equals(ENVIRONMENT) && isForbidden(name)) {
      into.add(place, name, FORBIDDEN_NAME, Confidence.HIGH, value);
    }
    new Scan(place, into).named(name, cut(value, into));
  }

  /** Looks at the words of a command line. */
  public void scanWords(String place, List<String> words, SecretFindings into) {
    Scan scan = new Scan(place, into);
    scan.named("", cut(String.join(" ", words), into));
    if (!CommandWords.each(CommandWords.split(words), scan::option)) {
      into.incomplete();
    }
  }

  /** Whether a name itself has the form of a secret, so that it must not be shown. */
  public boolean isSecretItself(String name) {
    return candidates(name).anyMatch(rule -> rule.find(name, 0) != null);
  }

  private Stream<CompiledRule> candidates(String line) {
    return index.candidates(line.toLowerCase(Locale.ROOT)).stream().mapToObj(rules::get);
  }

  private static String cut(String text, SecretFindings into) {
    if (text.length() <= LONGEST) {
      return text;
    }
    into.incomplete();
    return text.substring(0, LONGEST);
  }

  private boolean isAllowed(String rule, String name, String value) {
    return !shared.isEmpty()
        && CompiledAllowance.of(rule, List.of(), shared).stream()
            .anyMatch(allowance -> allowance.allows(value, value, name + "=" + value));
  }

  /** The texts of one place, and what their pairs are called. */
  private final class Scan {
    private final String place;
    private final SecretFindings into;

    Scan(String place, SecretFindings into) {
      this.place = place;
      this.into = into;
    }

    void named(String name, String value) {
      if (value.isBlank()) {
        return;
      }
      int before = into.size();
      forms(name, value);
      if (JsonPairs.isDocument(value)) {
        complete(JsonPairs.each(value, (key, text) -> field(name, key, text)));
        return;
      }
      boolean address = value.contains("://") || value.toLowerCase(Locale.ROOT).startsWith("jdbc:");
      urls(name, value);
      boolean pairs = pairs(name, value, address);
      Meaning meaning = SecretNames.meaning(name);
      boolean whole = meaning == Meaning.SECRET || (meaning == Meaning.CONNECTION && !pairs);
      if (whole && into.size() == before) {
        valueOf(name, name, value, SECRET_NAME);
      }
    }

    void option(String name, String value) {
      if (SecretNames.meaning(name) == Meaning.SECRET && !PlainValues.isPlaceholder(value)) {
        Confidence confidence = NamedValues.confidence(value);
        boolean unsure = value.length() < 8 && confidence == null;
        if (unsure || confidence != null) {
          found(name, COMMAND_OPTION, confidence == null ? Confidence.MEDIUM : confidence, value);
        }
      }
    }

    private void forms(String name, String value) {
      String line = name.isEmpty() ? value : name + "=" + value;
      candidates(line)
          .forEach(
              rule -> {
                String secret = rule.find(line, line.length() - value.length());
                if (secret != null) {
                  into.add(place, name, rule.rule().id(), rule.rule().confidence(), secret);
                }
              });
    }

    private void urls(String name, String value) {
      UrlPasswords.find(
          value, (password, confidence) -> found(name, UrlPasswords.RULE, confidence, password));
    }

    /** A pair of a JSON document. */
    private void field(String owner, String key, String text) {
      String name = joined(owner, key);
      urls(name, text);
      pairs(name, text, text.contains("://"));
      if (SecretNames.meaning(key) == Meaning.SECRET) {
        valueOf(name, key, text, SECRET_NAME);
      }
    }

    /** The pairs within a text; returns whether there are any. */
    private boolean pairs(String owner, String text, boolean address) {
      if (text.indexOf('=') < 0 && text.indexOf(": ") < 0) {
        return false;
      }
      boolean fields = text.indexOf('=') != text.lastIndexOf('=') && text.indexOf(';') > 0;
      boolean connection = address || fields;
      boolean[] any = new boolean[1];
      complete(
          TextPairs.each(
              text,
              (key, value) -> {
                any[0] = true;
                if (SecretNames.meaning(key) == Meaning.SECRET) {
                  pair(joined(owner, key), key, value, connection);
                }
              }));
      return any[0];
    }

    private void pair(String name, String key, String value, boolean connection) {
      if (connection && !PlainValues.isPlaceholder(value) && !isNumberOrPath(value)) {
        found(name, CONNECTION_FIELD, Confidence.HIGH, value);
        return;
      }
      valueOf(name, key, value, SECRET_NAME);
    }

    private void valueOf(String name, String key, String value, String rule) {
      String text = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
      Confidence confidence = NamedValues.confidence(text);
      if (confidence != null && !isAllowed(rule, key, text)) {
        into.add(place, name, rule, confidence, text.strip());
      }
    }

    private void found(String name, String rule, Confidence confidence, String secret) {
      if (!isAllowed(rule, name, secret)) {
        into.add(place, name, rule, confidence, secret);
      }
    }

    private void complete(boolean all) {
      if (!all) {
        into.incomplete();
      }
    }

    private boolean isNumberOrPath(String value) {
      return value.startsWith("/") || (value.length() < 8 && PlainValues.isPlain(value));
    }

    private String joined(String owner, String key) {
      return owner.isEmpty() || key.isEmpty() ? owner + key : owner + "." + key;
    }
  }

  private static final class BuiltIn {
    private static final SecretDetector DETECTOR = new SecretDetector(SecretRules.builtIn());
  }
}
