package ecsadvisor.models.security.fix;

/** How much work a fix is for the people who make it. */
public enum Effort {
  /** A setting: hours. */
  SMALL,
  /** A change that is to be tested: days. */
  MEDIUM,
  /** A change of how something is built: weeks. */
  LARGE
}
