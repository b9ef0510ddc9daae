package ecsadvisor.models.packing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An instance and what it runs.
 *
 * @param type its type
 * @param tasks number of tasks by the name of their shape
 */
public record PackedBin(BinType type, SortedMap<String, Integer> tasks) {
  public PackedBin(BinType type, Map<String, Integer> tasks) {
    this(type, new TreeMap<>(tasks));
  }

  public PackedBin {
    tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
  }
}
