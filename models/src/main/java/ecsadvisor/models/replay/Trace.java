package ecsadvisor.models.replay;

/**
 * A utilization series with its provisioned size, ascending in time.
 *
 * @param id the series
 * @param epochSeconds time of each sample, UTC
 * @param cpuCores cores used
 * @param memoryMiB memory used
 * @param provisionedCores cores provisioned
 * @param provisionedMiB memory provisioned
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; nobody compares or changes them
public record Trace(
    String id,
    long[] epochSeconds,
    float[] cpuCores,
    float[] memoryMiB,
    float[] provisionedCores,
    float[] provisionedMiB) {
  /** Number of samples. */
  public int samples() {
    return epochSeconds.length;
  }
}
