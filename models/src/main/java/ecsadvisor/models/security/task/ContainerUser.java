package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.security.Unresolved;
import java.util.Locale;

/**
 * The user that a Linux container runs as. What stands before the first colon decides; a container
 * that names none runs as its image says, which is root unless the image was built otherwise.
 */
public enum ContainerUser {
  /** Root, by name, number or default. */
  ROOT,
  /** Another user. */
  OTHER,
  /** A placeholder. */
  OPEN;

  /** The user of a container. */
  public static ContainerUser of(ContainerSecurity container) {
    String name = container.user().split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (Unresolved.in(name)) {
      return OPEN;
    }
    return name.isEmpty() || name.equals("root") || name.equals("0") ? ROOT : OTHER;
  }

  /** The user as evidence. */
  static String shown(ContainerSecurity container) {
    return container.user().isBlank() ? "not set" : container.user();
  }
}
