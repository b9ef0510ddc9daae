package ecsadvisor.jobs.table;

import static java.util.Objects.requireNonNull;

import ecsadvisor.jobs.codec.RecordCodec;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an output table, read off its record: names, types and printed values.
 *
 * <p>A column is named after its component in snake case unless {@link ColumnName} says otherwise.
 * A component is text, a whole number, a {@code double} with {@link Decimals}, a {@link
 * BigDecimal}, a boolean, a date or an instant; tables are flat.
 *
 * @param <T> the record of one row
 */
public final class TableColumns<T extends Record> {
  /** Digits that a double carries faithfully; what comes after them is noise of the binary form. */
  private static final MathContext FAITHFUL = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final Set<Class<?>> EXACT_TYPES =
      Set.of(
          String.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          boolean.class,
          Boolean.class,
          BigDecimal.class,
          LocalDate.class,
          Instant.class);

  /**
   * One column.
   *
   * @param name its name in every output
   * @param type the component's class
   * @param decimals decimals of a double column; 0 for the others
   */
  public record Column(String name, Class<?> type, int decimals) {}

  private final RecordCodec<T> codec;
  private final List<Column> columns;

  private TableColumns(Class<T> type) {
    codec = RecordCodec.of(type);
    List<Column> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      found.add(column(component, type));
    }
    columns = List.copyOf(found);
  }

  /**
   * The columns of a record.
   *
   * @throws IllegalArgumentException when a component has a type that no flat table holds, or is a
   *     double without {@link Decimals}
   */
  public static <T extends Record> TableColumns<T> of(Class<T> type) {
    return new TableColumns<>(type);
  }

  /** The columns in order. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns' names in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The values of a row as the codec gives them, dates and instants as {@code java.time} has them.
   */
  public List<@Nullable Object> values(T record) {
    Row row = codec.toRow(record);
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(javaTime(row.get(i)));
    }
    return values;
  }

  /**
   * The values of a row as they are printed and ordered: doubles rounded to their decimals.
   *
   * @throws IllegalArgumentException when a double is not a finite number
   */
  List<@Nullable Object> printed(T record) {
    List<@Nullable Object> values = values(record);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Double number) {
        values.set(i, rounded(number, columns.get(i)));
      }
    }
    return values;
  }

  /**
   * Rounds half to even. The double is first read as the decimal number of 15 digits that it stands
   * for, so that 2.675 is a tie as on paper and not the 2.67499… of its binary form.
   */
  public static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value, FAITHFUL).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(double value, Column column) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Column %s has the value %s, which no table holds".formatted(column.name(), value));
    }
    return rounded(value, column.decimals());
  }

  private static @Nullable Object javaTime(@Nullable Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return value;
  }

  private static Column column(RecordComponent component, Class<?> record) {
    ColumnName given = component.getAnnotation(ColumnName.class);
    String name = given == null ? RecordCodec.columnName(component.getName()) : given.value();
    Class<?> type = requireNonNull(component.getType());
    if (type == double.class || type == Double.class) {
      Decimals decimals = component.getAnnotation(Decimals.class);
      if (decimals == null) {
        throw new IllegalArgumentException(
            "Component %s of %s is a double and needs @Decimals"
                .formatted(component.getName(), record.getSimpleName()));
      }
      return new Column(name, type, decimals.value());
    }
    if (!EXACT_TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "Component %s of %s has type %s, which no flat table holds"
              .formatted(component.getName(), record.getSimpleName(), type.getSimpleName()));
    }
    return new Column(name, type, 0);
  }
}
