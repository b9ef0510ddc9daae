package ecsadvisor.jobs.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An output table: its name, its columns and its rows in the order in which every output has them.
 *
 * <p>The order compares all printed cells from the first column to the last (text by code unit,
 * numbers by size, absent first), so it does not depend on how the rows arrived.
 *
 * @param <T> the record of one row
 */
public final class Table<T extends Record> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final String name;
  private final TableColumns<T> columns;
  private final List<T> rows;

  private Table(String name, TableColumns<T> columns, List<T> rows) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * A table.
   *
   * @param name the name of its file without ending, such as {@code services}
   * @param type the record of one row
   * @param rows the rows in any order
   */
  public static <T extends Record> Table<T> of(String name, Class<T> type, Collection<T> rows) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a table's name: " + name);
    }
    TableColumns<T> columns = TableColumns.of(type);
    return new Table<>(name, columns, sorted(rows, columns));
  }

  /** The table's name. */
  public String name() {
    return name;
  }

  /** Its columns. */
  public TableColumns<T> columns() {
    return columns;
  }

  /** Its rows, sorted. */
  public List<T> rows() {
    return rows;
  }

  /** A row's printed cells; null where absent. */
  public List<@Nullable String> cells(T row) {
    List<@Nullable Object> values = columns.printed(row);
    List<@Nullable String> cells = new ArrayList<>(values.size());
    for (Object value : values) {
      cells.add(Cell.text(value));
    }
    return cells;
  }

  private static <T extends Record> List<T> sorted(Collection<T> rows, TableColumns<T> columns) {
    record Keyed<R>(List<@Nullable Object> key, R row) {}
    List<Keyed<T>> keyed = new ArrayList<>(rows.size());
    for (T row : rows) {
      keyed.add(new Keyed<>(columns.printed(row), row));
    }
    keyed.sort(Comparator.comparing(Keyed::key, Table::compare));
    return keyed.stream().map(Keyed::row).toList();
  }

  private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Cell.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
