package ecsadvisor.models.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads utilization series from CSV: {@code
 * series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib}, the timestamp in epoch seconds, no
 * quotes, in any order of rows.
 */
public final class TraceReader {
  private static final String HEADER = "series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib";
  private static final int COLUMNS = 6;

  private TraceReader() {}

  /**
   * All series, ordered by id.
   *
   * @param name the file's name for messages
   * @throws IllegalArgumentException naming file, line and value of the first mistake
   * @throws IOException if it cannot be read
   */
  public static List<Trace> read(Reader reader, String name) throws IOException {
    Map<String, Rows> series = new TreeMap<>();
    try (BufferedReader lines = new BufferedReader(reader, 1 << 16)) {
      String header = lines.readLine();
      if (header == null || !header.strip().equals(HEADER)) {
        throw new IllegalArgumentException(name + " line 1: expected the header " + HEADER);
      }
      String line;
      Rows rows = null;
      for (int number = 2; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          rows = add(series, rows, line, name, number);
        }
      }
    }
    List<Trace> traces = new ArrayList<>();
    for (Rows rows : series.values()) {
      traces.add(rows.trace());
    }
    return traces;
  }

  private static Rows add(
      Map<String, Rows> series, @Nullable Rows last, String line, String name, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          name + " line " + number + ": " + cells.length + " cells instead of " + COLUMNS);
    }
    Rows rows = last;
    if (rows == null || !rows.id.equals(cells[0])) {
      rows = series.computeIfAbsent(cells[0], Rows::new);
    }
    try {
      rows.add(Long.parseLong(cells[1]), cells);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " line " + number + ": not a number in \"" + line + "\"", e);
    }
    return rows;
  }

  private static final class Rows {
    private final String id;
    private long[] times = new long[1024];
    private float[][] columns = new float[COLUMNS - 2][1024];
    private int size;
    private boolean ascending = true;

    private Rows(String id) {
      this.id = id;
    }

    private void add(long time, String[] cells) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], 2 * size);
        }
      }
      for (int i = 0; i < columns.length; i++) {
        float value = Float.parseFloat(cells[i + 2]);
        if (!(value >= 0)) {
          throw new NumberFormatException(cells[i + 2]);
        }
        columns[i][size] = value;
      }
      ascending &= size == 0 || times[size - 1] <= time;
      times[size] = time;
      size++;
    }

    private Trace trace() {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      if (!ascending) {
        Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
      }
      long[] sortedTimes = new long[size];
      float[][] sorted = new float[columns.length][size];
      for (int i = 0; i < size; i++) {
        sortedTimes[i] = times[order[i]];
        for (int c = 0; c < columns.length; c++) {
          sorted[c][i] = columns[c][order[i]];
        }
      }
      return new Trace(id, sortedTimes, sorted[0], sorted[1], sorted[2], sorted[3]);
    }
  }
}
