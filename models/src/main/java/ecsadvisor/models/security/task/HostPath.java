package ecsadvisor.models.security.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Directories of a host, compared segment by segment. */
public final class HostPath {
  private static final Set<String> SOCKETS =
      Set.of("docker.sock", "containerd.sock", "podman.sock", "docker_engine");

  private final List<String> segments;

  private HostPath(List<String> segments) {
    this.segments = segments;
  }

  /** A path of Linux or, with a drive or a pipe, of Windows, where case does not matter. */
  public static HostPath of(String text) {
    String path = text.strip();
    boolean windows = path.indexOf('\\') >= 0 || (path.length() > 1 && path.charAt(1) == ':');
    String plain = windows ? path.replace('\\', '/').toLowerCase(Locale.ROOT) : path;
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : plain.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return new HostPath(List.copyOf(segments));
  }

  /** Whether this is the other, lies in it, or holds it. */
  boolean touches(HostPath other) {
    int common = Math.min(segments.size(), other.segments.size());
    return segments.subList(0, common).equals(other.segments.subList(0, common));
  }

  /** Whether it is the socket of a container engine, which obeys who can open it. */
  public boolean isEngineSocket() {
    return !segments.isEmpty() && SOCKETS.contains(segments.get(segments.size() - 1));
  }
}
