package ecsadvisor.jobs.source.file;

import java.io.IOException;

/**
 * A file, or the rest of one, that cannot be used. The message is a reason fit for {@code
 * data_quality.csv}: it says what to do and repeats nothing of the file's content.
 */
public final class RefusedFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public RefusedFile(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, and what to do. */
  public String reason() {
    return reason;
  }
}
