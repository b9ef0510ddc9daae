package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;

/**
 * Fields of a description that are there and cannot be read: placeholders that nobody filled in,
 * and values of another form than the API's.
 *
 * @param paths their paths, such as {@code linuxParameters.devices}, sorted
 */
public record OpenFields(List<String> paths) implements Serializable {
  /** Everything could be read. */
  public static final OpenFields NONE = new OpenFields(List.of());

  public OpenFields {
    paths = List.copyOf(paths);
  }

  /** Whether the field, a part of it, or what it is a part of is open. */
  public boolean touch(String field) {
    for (String path : paths) {
      if (path.equals(field) || path.startsWith(field + ".") || field.startsWith(path + ".")) {
        return true;
      }
    }
    return false;
  }
}
