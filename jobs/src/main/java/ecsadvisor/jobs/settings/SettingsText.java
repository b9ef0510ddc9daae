package ecsadvisor.jobs.settings;

import com.typesafe.config.ConfigUtil;
import ecsadvisor.models.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
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
        text.append(indent).append("# ").append(sentence(setting)).append('\n');
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

  /** A list of texts. */
  public static String list(Collection<?> items) {
    return items.stream()
        .map(item -> ConfigUtil.quoteString(item.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String sentence(Setting setting) {
    String meaning = setting.value();
    return meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1);
  }

  private static String text(Object value) {
    if (value instanceof String word) {
      return ConfigUtil.quoteString(word);
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
