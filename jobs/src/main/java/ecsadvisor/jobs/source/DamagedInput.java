package ecsadvisor.jobs.source;

/**
 * The inputs are damaged beyond the allowed share: exit status 3, the message names the files, the
 * previous run's output stays.
 */
public final class DamagedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedInput(String message) {
    super(message);
  }
}
