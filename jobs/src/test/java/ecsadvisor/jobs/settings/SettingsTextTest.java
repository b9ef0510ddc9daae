package ecsadvisor.jobs.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of the real controls as text. */
class SettingsTextTest {
  private static final CostSettings DEFAULTS = CostSettings.defaults();
  private static final Config PRINTED =
      SettingsBook.parse(SettingsText.of(DEFAULTS, ""), "printed");

  static Stream<Arguments> sections() {
    return Arrays.stream(CostSettings.class.getRecordComponents())
        .map(section -> Arguments.of(SettingsReader.key(section), section));
  }

  /** Every key of every record of settings, with its place in the file. */
  static Stream<Arguments> keys() {
    List<Arguments> keys = new ArrayList<>();
    addKeys("", CostSettings.class, keys);
    return keys.stream();
  }

  private static void addKeys(String path, Class<?> type, List<Arguments> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      String own = Mistakes.joined(path, SettingsReader.key(component));
      keys.add(Arguments.of(own, component));
      if (component.getType().isRecord()) {
        addKeys(own, component.getType(), keys);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void everyKeyIsPrintedAndHasAMeaning(String path, RecordComponent component) {
    assertTrue(PRINTED.hasPath(path));
    Setting setting = component.getAnnotation(Setting.class);
    assertNotNull(setting);
    assertFalse(setting.value().isBlank());
    assertFalse(setting.value().endsWith("."), "a meaning has no full stop");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sections")
  void everySectionIsReadBackAsItWas(String key, RecordComponent section) {
    Record settings = (Record) SettingsReader.of(DEFAULTS, section);
    Mistakes mistakes = new Mistakes("printed");
    assertEquals(
        settings, new SettingsReader(mistakes).read(PRINTED.getConfig(key), key, settings));
    assertEquals(List.of(), mistakes.lines());
  }
}
