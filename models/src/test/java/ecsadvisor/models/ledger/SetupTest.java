package ecsadvisor.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTest {
  private static final String FORMER = "cpuUnits=1024;memoryMiB=2048;architecture=X86_64";
  private static final String ADVISED = "cpuUnits=512;memoryMiB=1024;architecture=X86_64";

  private static void sees(Applied applied, String now) {
    assertEquals(applied, Setup.compare(FORMER, ADVISED, now));
  }

  @Test
  void theAdvisedValuesAreAllOfIt() {
    sees(Applied.FULLY, "cpuUnits=512;memoryMiB=1024;architecture=X86_64");
  }

  @Test
  void beyondTheAdvisedValuesIsAllOfIt() {
    sees(Applied.FULLY, "cpuUnits=256;memoryMiB=512");
  }

  @Test
  void theFormerValuesAreNoneOfIt() {
    sees(Applied.NOT, "cpuUnits=1024;memoryMiB=2048");
  }

  @Test
  void awayFromTheAdvisedValuesIsNoneOfIt() {
    sees(Applied.NOT, "cpuUnits=2048;memoryMiB=4096");
  }

  @Test
  void oneOfTwoValuesIsPart() {
    sees(Applied.PARTLY, "cpuUnits=512;memoryMiB=2048");
  }

  @Test
  void halfTheWayIsPart() {
    sees(Applied.PARTLY, "cpuUnits=768;memoryMiB=1024");
  }

  @Test
  void whatTheAdviceLeavesAloneDoesNotCount() {
    sees(Applied.FULLY, "cpuUnits=512;memoryMiB=1024;architecture=ARM64");
  }

  @Test
  void withoutAValueItIsNotKnown() {
    sees(Applied.UNKNOWN, "cpuUnits=512");
    sees(Applied.UNKNOWN, "");
  }

  @Test
  void wordsAreDoneWhenTheyAreEqual() {
    assertEquals(
        Applied.FULLY,
        Setup.compare("architecture=X86_64", "architecture=ARM64", "architecture=ARM64"));
    assertEquals(
        Applied.NOT,
        Setup.compare("architecture=X86_64", "architecture=ARM64", "architecture=X86_64"));
  }

  @Test
  void aValueThatDidNotExistBeforeIsDoneWhenItIsThere() {
    assertEquals(Applied.FULLY, Setup.compare("", "schedule=set", "schedule=set"));
    assertEquals(Applied.NOT, Setup.compare("", "schedule=set", "schedule="));
  }

  @Test
  void oddTextIsNotKnown() {
    assertEquals(Applied.UNKNOWN, Setup.compare(";;=", "===;a", "x"));
  }

  @Test
  void valuesCannotBreakTheText() {
    assertEquals("a=1,b:2", Setup.of(Map.of("a", "1;b=2")));
  }
}
