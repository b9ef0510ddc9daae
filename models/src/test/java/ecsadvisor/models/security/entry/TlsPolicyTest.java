package ecsadvisor.models.security.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlsPolicyTest {
  @Test
  void policiesThatAcceptOlderVersionsAreOld() {
    for (String name :
        List.of(
            "2016-08",
            "2015-05",
            "FS-2018-06",
            "FS-1-1-2019-08",
            "TLS-1-0-2015-04",
            "TLS-1-1-2017-01",
            "TLS13-1-0-2021-06",
            "TLS13-1-1-2021-06",
            "TLS13-1-0-FIPS-2023-04",
            "TLS13-1-1-FIPS-2023-04",
            "TLS13-1-0-PQ-2025-09",
            "TLS13-1-0-FIPS-PQ-2025-09")) {
      assertEquals(TlsPolicy.OLD, TlsPolicy.of("ELBSecurityPolicy-" + name), name);
    }
  }

  @Test
  void policiesFromVersion12OnAreModern() {
    for (String name :
        List.of(
            "TLS-1-2-2017-01",
            "TLS-1-2-Ext-2018-06",
            "FS-1-2-2019-08",
            "FS-1-2-Res-2019-08",
            "FS-1-2-Res-2020-10",
            "TLS13-1-2-2021-06",
            "TLS13-1-2-Res-2021-06",
            "TLS13-1-2-Ext1-2021-06",
            "TLS13-1-2-Ext2-2021-06",
            "TLS13-1-3-2021-06",
            "TLS13-1-2-Ext0-FIPS-2023-04",
            "TLS13-1-3-FIPS-2023-04",
            "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07",
            "TLS13-1-2-Res-PQ-2025-09",
            "TLS13-1-2-Res-FIPS-PQ-2025-09",
            "TLS13-1-3-PQ-2025-09")) {
      assertEquals(TlsPolicy.MODERN, TlsPolicy.of("ELBSecurityPolicy-" + name), name);
    }
  }

  @Test
  void otherNamesSayNothing() {
    for (String name :
        List.of("", "my-policy", "ELBSecurityPolicy-", "ELBSecurityPolicy-TLS14-1-4-2030-01")) {
      assertEquals(TlsPolicy.UNKNOWN, TlsPolicy.of(name), name);
    }
  }
}
