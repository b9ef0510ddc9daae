package ecsadvisor.models.security.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
  @Test
  void rangesThatNobodyOwnsAreTheInternet() {
    for (String range :
        List.of("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/7", "::/0", "2000::/3")) {
      assertTrue(AddressRange.isInternet(range), range);
    }
  }

  @Test
  void rangesThatSomebodyOwnsAreNot() {
    for (String range :
        List.of("10.0.0.0/8", "192.168.0.0/16", "203.0.113.0/24", "2001:db8::/32", "fc00::/7")) {
      assertFalse(AddressRange.isInternet(range), range);
    }
  }

  @Test
  void otherTextsAreNoRanges() {
    for (String text : List.of("", "0.0.0.0", "internet", "1.2.3.4/9999", "::/")) {
      assertFalse(AddressRange.readable(text), text);
    }
  }
}
