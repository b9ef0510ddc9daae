package ecsadvisor.jobs.source;

import java.util.List;

/**
 * The user asked for something that cannot be done: exit status 2, one line per mistake, nothing
 * written. Each line names the option or file with its value and says what to do.
 */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  public UserMistake(String mistake) {
    this(List.of(mistake));
  }

  public UserMistake(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One line per mistake. */
  public List<String> mistakes() {
    return mistakes;
  }
}
