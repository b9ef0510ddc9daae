package ecsadvisor.jobs.finding;

/** What was allocated is not what was read: a defect, so the run stops and publishes nothing. */
public final class ReconciliationFailed extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public ReconciliationFailed(String message) {
    super(message);
  }
}
