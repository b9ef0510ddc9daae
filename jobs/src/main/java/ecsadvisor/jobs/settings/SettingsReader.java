package ecsadvisor.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads a section of a settings file into a record: one key per component, {@code minimum-days} for
 * {@code minimumDays}; a component that is a record itself is a section. What the file does not say
 * stays as it is.
 */
final class SettingsReader {
  private final Mistakes mistakes;

  SettingsReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * The record that a section makes of the present one; the present one where the section is wrong.
   *
   * @param path where the section stands in the file, for messages
   */
  <R extends Record> R read(Config section, String path, R present) {
    RecordComponent[] components = present.getClass().getRecordComponents();
    List<String> known = Arrays.stream(components).map(SettingsReader::key).toList();
    for (String key : section.root().keySet()) {
      if (!known.contains(key)) {
        mistakes.unknownKey(path, key, known);
      }
    }
    List<Object> values = new ArrayList<>();
    int before = mistakes.lines().size();
    for (RecordComponent component : components) {
      values.add(value(section, path, component, of(present, component)));
    }
    if (mistakes.lines().size() > before) {
      return present;
    }
    return made(present, components, values, path);
  }

  /** The key of a component. */
  static String key(RecordComponent component) {
    return component
        .getName()
        .replace("MiB", "Mib")
        .replace("GiB", "Gib")
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The value of a component. */
  static Object of(Record present, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(present);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private Object value(Config section, String path, RecordComponent component, Object present) {
    String key = key(component);
    String quoted = ConfigUtil.quoteString(key);
    if (!section.hasPath(quoted)) {
      return present;
    }
    String where = Mistakes.joined(path, key);
    try {
      if (present instanceof Record nested) {
        return read(section.getConfig(quoted), where, nested);
      }
      if (present instanceof List) {
        return List.copyOf(section.getStringList(quoted));
      }
      return scalar(section, quoted, component.getType());
    } catch (ConfigException e) {
      mistakes.add("%s must be %s, not %s".formatted(where, kind(present), text(section, quoted)));
      return present;
    }
  }

  private static Object scalar(Config section, String key, Class<?> type) {
    if (type == int.class) {
      return section.getInt(key);
    }
    if (type == double.class) {
      return section.getDouble(key);
    }
    if (type == boolean.class) {
      return section.getBoolean(key);
    }
    if (type == String.class) {
      return section.getString(key);
    }
    throw new IllegalStateException("Settings have no values of " + type);
  }

  private static String kind(Object present) {
    if (present instanceof Record) {
      return "a section";
    }
    if (present instanceof List) {
      return "a list of texts, such as [\"a\", \"b\"]";
    }
    if (present instanceof Integer) {
      return "a whole number";
    }
    if (present instanceof Double) {
      return "a number";
    }
    return present instanceof Boolean ? "true or false" : "a text";
  }

  private static String text(Config section, String key) {
    boolean nested = section.getValue(key).valueType() == ConfigValueType.OBJECT;
    String text = nested ? "a section" : section.getValue(key).render();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private <R extends Record> R made(
      R present, RecordComponent[] components, List<Object> values, String path) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @SuppressWarnings("unchecked")
      Class<R> type = (Class<R>) present.getClass();
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      mistakes.add("%s: %s".formatted(path, cause == null ? "wrong" : cause.getMessage()));
      return present;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + present.getClass(), e);
    }
  }
}
