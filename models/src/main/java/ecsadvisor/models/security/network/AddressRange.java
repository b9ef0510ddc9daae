package ecsadvisor.models.security.network;

import java.util.regex.Pattern;

/**
 * How much of the internet a range in CIDR notation covers. A range counts as the internet from a
 * size on that no single owner has: IPv4 shorter than /8, so that 0.0.0.0/1 beside 128.0.0.0/1 is
 * what it means, IPv6 shorter than /16. Private and link-local IPv6 addresses do not count.
 */
final class AddressRange {
  private static final int SHORTEST_IPV4 = 8;
  private static final int SHORTEST_IPV6 = 16;
  private static final Pattern CIDR =
      Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]{2,45})/[0-9]{1,3}");
  private static final Pattern PRIVATE_IPV6 =
      Pattern.compile("(?:f[cd][0-9a-fA-F]{2}|fe[89abAB][0-9a-fA-F]):.*", Pattern.CASE_INSENSITIVE);

  private AddressRange() {}

  /** Whether it is a range at all. */
  static boolean readable(String range) {
    return CIDR.matcher(range).matches();
  }

  /** Whether it is the internet, or so much of it that it makes no difference. */
  static boolean isInternet(String range) {
    if (!readable(range)) {
      return false;
    }
    int length = Integer.parseInt(range.substring(range.indexOf('/') + 1));
    if (range.indexOf(':') < 0) {
      return length < SHORTEST_IPV4;
    }
    return length < SHORTEST_IPV6 && !(length >= 7 && PRIVATE_IPV6.matcher(range).matches());
  }
}
