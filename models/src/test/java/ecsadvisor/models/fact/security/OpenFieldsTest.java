package ecsadvisor.models.fact.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenFieldsTest {
  private final OpenFields open = new OpenFields(List.of("linuxParameters.devices", "user"));

  @Test
  void aFieldItsPartsAndItsWholeAreOpen() {
    assertTrue(open.touch("user"));
    assertTrue(open.touch("linuxParameters"));
    assertTrue(open.touch("linuxParameters.devices.hostPath"));
  }

  @Test
  void itsNeighboursAreNot() {
    assertFalse(open.touch("linuxParameters.capabilities"));
    assertFalse(open.touch("users"));
    assertFalse(OpenFields.NONE.touch("user"));
  }
}
