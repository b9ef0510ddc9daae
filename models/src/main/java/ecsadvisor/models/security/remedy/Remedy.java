package ecsadvisor.models.security.remedy;

import java.util.List;

/**
 * What fixes a check.
 *
 * @param byHand what people do where no step fits, as sentences
 * @param steps the fixes for a failure; none where it is for people
 */
record Remedy(String byHand, Steps steps) {
  /** From a failure to its fixes. */
  @FunctionalInterface
  interface Steps {
    List<Fix> of(FailedCheck failed);
  }

  /** A remedy that no command is. */
  static Remedy byHand(String text) {
    return new Remedy(text, failed -> List.of());
  }
}
