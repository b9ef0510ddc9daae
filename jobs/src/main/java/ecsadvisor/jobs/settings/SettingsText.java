package ecsadvisor.jobs.settings;

import com.typesafe.config.ConfigUtil;
import ecsadvisor.models.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Settings as a file that could be read back: every key with its meaning and its value. */
public final class SettingsText {
  private SettingsText() {}

  /** The text of a record's sections, indented. */
  public static String of(Record settings, String indent) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = SettingsReader.of(settings, component);
      Setting setting = component.getAnnotation(Setting.class);
      if (setting != null) {
        text.append(indent).append("# ").append(setting.value()).append('\n');
      }
      text.append(indent).append(SettingsReader.key(component));
      if (value instanceof Record nested) {
        text.append(" {\n").append(of(nested, indent + "  ")).append(indent).append("}\n");
      } else {
        text.append(" = ").append(text(value)).append('\n');
      }
    }
    return text.toString();
  }

  private static String text(Object value) {
    if (value instanceof String word) {
      return ConfigUtil.quoteString(word);
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(item -> ConfigUtil.quoteString(item.toString()))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Double number) {
      String plain =
          new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      return plain.toLowerCase(Locale.ROOT);
    }
    return value.toString();
  }
}
