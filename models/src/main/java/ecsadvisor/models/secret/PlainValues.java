package ecsadvisor.models.secret;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values that are no secrets by their form, whatever they are called. */
final class PlainValues {
  private static final Set<String> LITERALS =
      Set.of(
          "true",
          "false",
          "null",
          "nil",
          "none",
          "undefined",
          "yes",
          "no",
          "on",
          "off",
          "enabled",
          "disabled",
          "default",
          "auto",
          "changeit",
          "notasecret",
          "unset",
          "unused",
          "tbd");
  private static final List<String> PLACEHOLDERS =
      List.of(
          "changeme",
          "change-me",
          "change_me",
          "replaceme",
          "replace-me",
          "replace_me",
          "replace-with",
          "replace_with",
          "your-",
          "your_",
          "placeholder",
          "todo",
          "fixme",
          "redacted",
          "dummy",
          "example",
          "not-a-",
          "insert-",
          "insert_",
          "goes-here",
          "goes_here");

  /** Where the value is kept, or how it is made, instead of the value. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "^(?:arn:|alias/|ssm:|ssm-secure:|secretsmanager:|aws:|vault:|ref\\+|sops:|kms:|env:|file:"
              + "|ENC\\[|\\{cipher\\}|AQICAH)"
              + "|\\$\\{|\\{\\{|\\$\\(|<%"
              + "|^\\$\\$?[A-Za-z_][A-Za-z0-9_]*$|^%[A-Za-z_]+%$|^%%.*%%$|^__[A-Za-z_]+__$|^#\\{.*\\}#?$"
              + "|^<.*>$|^\\[[A-Za-z _-]+\\]$"
              + "|^projects/[^/]+/secrets/");

  private static final Pattern PUBLIC =
      Pattern.compile(
          "^(?:pk_(?:live|test)_|phc_|-----BEGIN (?:CERTIFICATE|[A-Z ]*PUBLIC KEY)"
              + "|LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR|LS0tLS1CRUdJTiBQVUJMSUMg"
              + "|ssh-(?:rsa|ed25519) |ecdsa-sha2-)");

  private static final Pattern FORM =
      Pattern.compile(
          "^(?:"
              // Numbers, sizes, durations, dates, addresses.
              + "[+-]?[0-9][0-9.,_:/ -]*(?i:%|ms|s|m|h|d|w|sec|secs|seconds|min|mins|minutes|hours"
              + "|days|weeks|k|g|kb|mb|gb|kib|mib|gib)?"
              + "|P(?:[0-9]+[YMWD])*(?:T(?:[0-9.]+[HMS])+)?"
              + "|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z|[+-][0-9:]+)?"
              // Paths and addresses.
              + "|(?:~|\\.{1,2})?(?:/[A-Za-z0-9_.@-]+){2,}/?|(?:~|\\.{1,2})/[A-Za-z0-9_.@-]+"
              + "|/[A-Za-z0-9_.@-]{0,24}|[A-Za-z]:\\\\[^|*?]*"
              + "|[A-Za-z][A-Za-z0-9+.-]*://.*|(?i:jdbc|r2dbc):.*"
              + "|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"
              + "|(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::[0-9]{1,5})?(?:/[a-z0-9._/-]*)?"
              // Ids that tell nothing but which.
              + "|[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
              + "|[a-z]{1,12}-(?:[0-9a-f]{8}|[0-9a-f]{17})"
              + "|(?:sha1|sha256|sha384|sha512|md5)[:-][A-Za-z0-9+/=]+"
              + "|[A-Za-z0-9._/:-]+@sha256:[0-9a-f]{64}"
              + "|[a-z]{2}-[a-z]+-[0-9]_[A-Za-z0-9]{9}"
              // Names: of things, of variables, of classes, and lists of words.
              + "|[a-z]+(?:[-_./:](?:[a-z]+[0-9]?|v?[0-9]{1,3}))+/?"
              + "|[A-Z]{2,}(?:_[A-Z0-9]{1,12})+"
              + "|(?:[A-Za-z_]+\\.)+[A-Za-z_]+"
              + "|[A-Za-z_-]+(?:[,;] ?[A-Za-z_-]+)+"
              + "|[A-Za-z,.'!?:-]+(?: [A-Za-z,.'!?:-]+){2,}"
              + ")$");

  private PlainValues() {}

  /** Whether a value stands for a secret, in whatever place it is written. */
  static boolean isPlaceholder(String value) {
    String text = value.strip();
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || LITERALS.contains(lowerCase)
        || PLACEHOLDERS.stream().anyMatch(lowerCase::contains)
        || lowerCase.chars().distinct().limit(3).count() <= 2
        || REFERENCE.matcher(text).find();
  }

  /** Whether a value is no secret, whatever it is called. */
  static boolean isPlain(String value) {
    String text = value.strip();
    return isPlaceholder(text) || PUBLIC.matcher(text).find() || FORM.matcher(text).find();
  }
}
