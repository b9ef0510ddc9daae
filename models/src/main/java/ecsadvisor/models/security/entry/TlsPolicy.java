package ecsadvisor.models.security.entry;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest TLS version that a security policy of Elastic Load Balancing accepts. Since 2017 AWS
 * writes it into the name: {@code ELBSecurityPolicy-TLS13-1-2-2021-06}, {@code …-FS-1-1-2019-08},
 * also with {@code Res}, {@code Ext}, {@code FIPS} and {@code PQ}; the older names stand in a
 * table.
 */
enum TlsPolicy {
  /** TLS 1.2 or newer only. */
  MODERN,
  /** TLS 1.0 or 1.1 too. */
  OLD,
  /** A name that says nothing. */
  UNKNOWN;

  private static final String PREFIX = "ELBSecurityPolicy-";
  private static final Pattern VERSIONED =
      Pattern.compile("(?:TLS13|TLS|FS)-1-([0-3])-(?:[A-Za-z0-9]{1,12}-){0,5}20[0-9]{2}-[0-9]{2}");

  /** Names without a version. AWS's own default, 2016-08, accepts TLS 1.0. */
  private static final Map<String, TlsPolicy> OLDER =
      Map.of("2015-05", OLD, "2016-08", OLD, "FS-2018-06", OLD);

  private static final Set<String> OLD_VERSIONS = Set.of("0", "1");

  static TlsPolicy of(String name) {
    if (!name.startsWith(PREFIX)) {
      return UNKNOWN;
    }
    String rest = name.substring(PREFIX.length());
    Matcher matcher = VERSIONED.matcher(rest);
    if (matcher.matches()) {
      return OLD_VERSIONS.contains(matcher.group(1)) ? OLD : MODERN;
    }
    return OLDER.getOrDefault(rest, UNKNOWN);
  }
}
